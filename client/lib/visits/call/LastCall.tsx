import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { Card } from '../../../ui/Card.tsx';
import { useFormat } from '../../useFormat.ts';
import { callLogQuery } from '../queries.ts';
import { CallLog } from './CallLog.tsx';

/** The call of a client's last visit, in their record; nothing where nobody was in it, or that is not known. */
export function LastCall({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('callLog');
	const format = useFormat();
	const heading = useId();
	const { data: log } = useQuery(callLogQuery(visit.id));
	if (!log || log.people.length === 0) return null;
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
