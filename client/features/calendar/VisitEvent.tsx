import { MapPin, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { paidOf } from '../../../shared/domain/payments/paid.ts';
import { comingClients, dueOf, isGroup, namesOf } from '../../lib/visits/visitState.ts';

interface VisitEventProps {
	visit: Appointment;
	/** A line among a day's others, or a place in its column with room for one line or for two. */
	shape: 'row' | 'short' | 'tall';
}

/** What a visit's place in the calendar says: whose it is, when and where; the rest for those who hear it. */
export function VisitEvent({ visit, shape }: VisitEventProps) {
	const { t } = useTranslation(['visits', 'groups']);
	const format = useFormat();
	const Place = visit.office.kind === 'VIDEO' ? Video : MapPin;
	const time = format.timeRange(visit.startsAt, visit.endsAt);
	const due = dueOf(visit);
	const paid = t(`paid.${paidOf(due)}`, {
		amount: format.money({ amountMinor: due.amountMinor, currency: visit.currency }),
	});
	const places = isGroup(visit)
		? [t('groups:places', { coming: comingClients(visit).length, capacity: visit.service.capacity })]
		: [];
	const cancelled = visit.status === 'CANCELLED';
	return (
		<span className="flex w-full min-w-0 flex-col items-start gap-0.5 px-1.5 py-0.5 text-small leading-4">
			<span className="w-full truncate font-semibold">
				{shape === 'row' && (
					<span aria-hidden className="text-muted mr-1 font-normal tabular-nums">
						{format.time(visit.startsAt)}
					</span>
				)}
				{namesOf(visit)}
			</span>
			<span className="sr-only">
				{[time, ...places, visit.service.name, visit.professional.name, cancelled ? t('status.CANCELLED') : paid].join(
					', ',
				)}
			</span>
			{shape === 'tall' && (
				<span aria-hidden className="text-muted flex w-full items-center gap-1">
					<Place className="size-3.5 shrink-0" />
					<span className="truncate tabular-nums">{[...places, time].join(' · ')}</span>
				</span>
			)}
		</span>
	);
}

/** Time that is kept free. */
export const BlockEvent = ({ title }: { title: string }) => (
	<span className="block w-full truncate px-1.5 py-0.5 text-small leading-4 font-semibold">{title}</span>
);
