import { CalendarClock, MapPin, Stethoscope } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingPage } from '../../../shared/contract/booking.ts';
import { createFormat } from '../../lib/format.ts';
import { useFormat } from '../../lib/useFormat.ts';
import type { Chosen } from './BookingApp.tsx';
import { cityOf } from './zones.ts';

/** What is about to be booked: when on both clocks, what, where. */
export function Summary({ page, chosen }: { page: BookingPage; chosen: Chosen }) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const service = page.services.find(({ id }) => id === chosen.serviceId);
	const office = page.offices.find(({ id }) => id === chosen.officeId);
	const there = createFormat(format.locale, page.timeZone).dateTime(chosen.startsAt);
	return (
		<dl className="bg-surface border-line rounded-box flex flex-col gap-3 border p-5">
			<Line icon={<CalendarClock />} name={t('time')}>
				<span className="block font-semibold first-letter:uppercase">
					{format.date(chosen.startsAt, 'day')}, {format.time(chosen.startsAt)}
				</span>
				{there !== format.dateTime(chosen.startsAt) && (
					<span className="text-muted block text-small">
						{t('there', { time: there, city: cityOf(page.timeZone) })}
					</span>
				)}
				{chosen.heldUntil !== null && (
					<span className="text-muted block text-small">{t('held', { time: format.time(chosen.heldUntil) })}</span>
				)}
			</Line>
			{service && (
				<Line icon={<Stethoscope />} name={t('service')}>
					{t('with', { service: service.name, name: page.professionalName })}
					<span className="text-muted block text-small">
						{format.duration(service.durationMinutes * 60_000)} · {format.money(service)}
					</span>
				</Line>
			)}
			{office && (
				<Line icon={<MapPin />} name={t('place')}>
					{office.kind === 'VIDEO' ? t('video') : office.name}
				</Line>
			)}
		</dl>
	);
}

function Line({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
	return (
		<div className="flex gap-3">
			<dt className="[&_svg]:text-accent [&_svg]:mt-0.5 [&_svg]:size-5">
				<span aria-hidden>{icon}</span>
				<span className="sr-only">{name}</span>
			</dt>
			<dd>{children}</dd>
		</div>
	);
}
