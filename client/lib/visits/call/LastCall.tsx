import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import type { CallLog as Log } from '../../../../shared/contract/callLog.ts';
import { Card } from '../../../ui/Card.tsx';
import { useFormat } from '../../useFormat.ts';
import { CallLog } from './CallLog.tsx';

/** The call of a client's last visit, in their record. */
export function LastCall({ visit, log }: { visit: Appointment; log: Log }) {
	const { t } = useTranslation('callLog');
	const format = useFormat();
	const heading = useId();
	return (
		<section aria-labelledby={heading}>
			<h2 id={heading} className="mb-2 text-title font-semibold">
				{t('last', { date: format.date(visit.startsAt, 'shortDay') })}
			</h2>
			<Card>
				<CallLog log={log} day={visit.startsAt} />
			</Card>
		</section>
	);
}
