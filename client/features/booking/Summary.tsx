import { CalendarClock, MapPin, Stethoscope } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingPage } from '../../../shared/contract/booking.ts';
import { createFormat } from '../../lib/format.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { cityOf } from './zones.ts';

interface SummaryProps {
	page: BookingPage;
	/** ISO 8601 instant. */
	startsAt: string;
	service: Pick<BookingPage['services'][number], 'name' | 'durationMinutes'>;
	price: { amountMinor: number; currency: string };
	office: { name: string; kind: 'VIDEO' | 'PHYSICAL' } | undefined;
	/** ISO 8601 instant; null where nothing is held. */
	heldUntil?: string | null;
}

/** What is about to be booked: when on both clocks, what, where. */
export function Summary({ page, startsAt, service, price, office, heldUntil = null }: SummaryProps) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const there = createFormat(format.locale, page.timeZone).dateTime(startsAt);
	return (
		<dl className="bg-surface border-line rounded-box flex flex-col gap-3 border p-5">
			<Line icon={<CalendarClock />} name={t('time')}>
				<span className="block font-semibold first-letter:uppercase">
					{format.date(startsAt, 'day')}, {format.time(startsAt)}
				</span>
				{there !== format.dateTime(startsAt) && (
					<span className="text-muted block text-small">
						{t('there', { time: there, city: cityOf(page.timeZone) })}
					</span>
				)}
				{heldUntil !== null && (
					<span className="text-muted block text-small">{t('held', { time: format.time(heldUntil) })}</span>
				)}
			</Line>
			<Line icon={<Stethoscope />} name={t('service')}>
				{t('with', { service: service.name, name: page.professionalName })}
				<span className="text-muted block text-small">
					{format.duration(service.durationMinutes * 60_000)} · {format.money(price)}
				</span>
			</Line>
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
