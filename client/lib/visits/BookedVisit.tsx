import { CalendarCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { useFormat } from '../useFormat.ts';
import { namesOf } from './visitState.ts';

/** What was booked, and each person's own link to the visit. */
export function BookedVisit({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	return (
		<div className="flex flex-col gap-4">
			<div className="flex gap-4">
				<span className="bg-success-soft text-success grid size-11 shrink-0 place-items-center rounded-full">
					<CalendarCheck aria-hidden className="size-5" />
				</span>
				<div>
					<p className="font-semibold">{namesOf(visit)}</p>
					<p>
						{format.date(visit.startsAt, 'day')}, {format.timeRange(visit.startsAt, visit.endsAt)}
					</p>
					<p className="text-muted">
						{visit.service.name} · {visit.office.name}
					</p>
				</div>
			</div>
			<p>{t('booked.text')}</p>
			{visit.attendees.map(({ id, name, joinLink }) => (
				<CopyField key={id} label={t('linkOf', { name })} value={joinLink} />
			))}
		</div>
	);
}
