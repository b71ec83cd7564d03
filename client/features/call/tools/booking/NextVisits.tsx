import { CalendarDays, MapPin, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { SkeletonList } from '../../../../ui/SkeletonList.tsx';
import { OfferedTimes } from './OfferedTimes.tsx';
import { useOwnOffer } from './useOffers.ts';
import { useNextVisits } from './useNextVisits.ts';

/** The client's later visits, in the time zone of the client's own device. */
export function NextVisits() {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const { data, error } = useNextVisits();
	const { data: offer } = useOwnOffer();
	if (error && !data) return <FormError error={error} />;
	if (!data) return <SkeletonList rows={2} />;
	if (offer?.status === 'OPEN')
		return (
			<section className="border-line bg-surface flex flex-col gap-3 rounded-box border p-4">
				<h4 className="font-semibold">{t('booking.offer.title', { name: offer.professionalName })}</h4>
				<OfferedTimes offer={offer} />
			</section>
		);
	if (data.length === 0)
		return <EmptyState icon={<CalendarDays />} title={t('booking.none.title')} text={t('booking.none.text')} />;
	return (
		<ul className="flex flex-col gap-3">
			{data.map((visit) => (
				<li key={visit.appointmentId} className="border-line bg-surface rounded-box border p-4">
					<p className="font-semibold first-letter:uppercase">{format.date(visit.startsAt, 'day')}</p>
					<p>
						{format.timeRange(visit.startsAt, visit.endsAt)}{' '}
						<span className="text-muted text-small">{format.zone(visit.startsAt)}</span>
					</p>
					<p className="text-muted mt-1 text-small">
						{visit.serviceName} · {visit.professionalName}
					</p>
					<p className="text-muted flex items-center gap-1.5 text-small">
						{visit.office.kind === 'VIDEO' ? (
							<Video aria-hidden className="size-4" />
						) : (
							<MapPin aria-hidden className="size-4" />
						)}
						{visit.office.name}
					</p>
				</li>
			))}
		</ul>
	);
}
