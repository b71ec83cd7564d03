import { queryOptions, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { listVisitReminders, type VisitReminder } from '../../../shared/contract/reminders.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { memberApi } from '../memberApi.ts';
import { useFormat } from '../useFormat.ts';

const tones: Record<VisitReminder['state'], Tone> = {
	...{ QUEUED: 'info', SENT: 'success', FAILED: 'danger', WITHDRAWN: 'neutral', NO_ADDRESS: 'warn' },
};

const visitRemindersQuery = (appointmentId: string) =>
	queryOptions({
		queryKey: ['visits', 'reminders', appointmentId],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listVisitReminders, { params: { appointmentId } }, { signal })).reminders,
	});

/** Which reminders of this visit went out, to whom and how; nothing before the first. */
export function VisitReminders({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('reminders');
	const format = useFormat();
	const heading = useId();
	const { data: reminders, error } = useQuery(visitRemindersQuery(visit.id));
	if (error) return <FormError error={error} />;
	if (!reminders || reminders.length === 0) return null;
	return (
		<section aria-labelledby={heading} className="border-line flex flex-col gap-3 border-t pt-5">
			<h3 id={heading} className="font-semibold">
				{t('visit.title')}
			</h3>
			<ul className="flex flex-col gap-3">
				{reminders.map(({ attendeeName, channel, hoursBefore, state, at }) => (
					<li
						key={`${channel} ${hoursBefore} ${at} ${attendeeName}`}
						className="flex items-start justify-between gap-3"
					>
						<p className="min-w-0 break-words">
							{t(`channel.${channel}`)}, {t('before', { count: hoursBefore })}
							<span className="text-muted block text-small tabular-nums">
								{attendeeName} · {format.dateTime(at)}
							</span>
						</p>
						<Badge tone={tones[state]}>{t(`visit.state.${state}`)}</Badge>
					</li>
				))}
			</ul>
		</section>
	);
}
