import { CalendarPlus, CircleCheck, Hourglass } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookedByClient, BookingPage } from '../../../shared/contract/booking.ts';
import type { PlaceAnswer } from '../../../shared/contract/groupPlaces.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { PublicPage } from '../../ui/PublicPage.tsx';

interface BookedProps {
	page: BookingPage;
	answer: PlaceAnswer;
	/** Where the confirmation went. */
	email: string;
}

/** The visit is booked, or its group waited for; and what comes next. */
export function Booked({ page, answer, email }: BookedProps) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const title = useRef<HTMLHeadingElement>(null);
	// The form is gone: a screen reader goes on here.
	useEffect(() => title.current?.focus(), []);

	const { startsAt, endsAt, service, office } = answer;
	const waits = answer.outcome === 'WAITING';
	const afterBooking = [
		t('next.mail', { email }),
		t(office.kind === 'VIDEO' ? 'next.video' : 'next.office', { office: office.name }),
		t('cancelRule', { count: page.freeCancelHours }),
	];
	const next = waits ? [t('groups.next.moveUp'), t('groups.next.mail', { email })] : afterBooking;
	return (
		<PublicPage clinic={page.clinicName}>
			{waits ? (
				<Hourglass aria-hidden className="text-warn size-12" />
			) : (
				<CircleCheck aria-hidden className="text-success size-12" />
			)}
			<h1 ref={title} tabIndex={-1} className="text-display font-semibold tracking-tight">
				{t(waits ? 'groups.waits' : 'booked')}
			</h1>
			<div className="bg-surface border-line rounded-box border p-5">
				<p className="text-title font-semibold first-letter:uppercase">
					{format.date(startsAt, 'day')}, {format.timeRange(startsAt, endsAt)}
				</p>
				<p>{t('with', { service: service.name, name: page.professionalName })}</p>
				<p className="text-muted">{office.kind === 'VIDEO' ? t('video') : office.name}</p>
			</div>
			{answer.outcome === 'BOOKED' && (
				<button
					type="button"
					className={`${buttonStyle('primary', 'large')} sm:self-start`}
					onClick={() => save(answer.calendarFile)}
				>
					<CalendarPlus aria-hidden />
					{t('calendar')}
				</button>
			)}
			<section className="flex flex-col gap-2">
				<h2 className="text-title font-semibold">{t('next.title')}</h2>
				<ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5">
					{next.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			</section>
		</PublicPage>
	);
}

/** Lets the browser save a file, which on a phone opens the calendar. */
function save({ filename, contentType, content }: BookedByClient['calendarFile']): void {
	const address = URL.createObjectURL(new Blob([content], { type: contentType }));
	const link = document.createElement('a');
	link.href = address;
	link.download = filename;
	link.click();
	URL.revokeObjectURL(address);
}
