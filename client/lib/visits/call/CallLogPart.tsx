import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { FormError } from '../../../ui/FormError.tsx';
import { callLogQuery } from '../queries.ts';
import { CallLog } from './CallLog.tsx';

/** A visit's call in its sheet; nothing where nobody was in it. */
export function CallLogPart({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('callLog');
	const heading = useId();
	const { data: log, error } = useQuery(callLogQuery(visit.id));
	if (error && !log) return <FormError error={error} />;
	if (!log || log.people.length === 0) return null;
	return (
		<section aria-labelledby={heading} className="border-line flex flex-col gap-4 border-t pt-5">
			<h3 id={heading} className="font-semibold">
				{t('title')}
			</h3>
			<CallLog log={log} day={visit.startsAt} />
		</section>
	);
}
