import type { Locale } from '../../../shared/contract/scalars.ts';
import { calendarFile } from '../../adapters/calendar-file.ts';
import { renderLetter, type Block } from '../../adapters/mail/letter.ts';
import type { Mail, Translate } from '../ports.ts';

/** What the client is told of a visit. */
export interface VisitToTell {
	appointmentId: string;
	startsAt: Date;
	endsAt: Date;
	serviceName: string;
	office: { name: string; kind: 'VIDEO' | 'PHYSICAL' };
	professional: { name: string; email: string };
	clinic: { id: string; name: string; timeZone: string };
	client: { name: string; email: string; locale: Locale };
}

/** The confirmation of a booking: when and with whom, the join link for a video visit, a calendar file. */
export function bookedMail(visit: VisitToTell, joinLink: string, translate: Translate, now: Date): Mail {
	const say = (key: string, values?: Record<string, string>) => translate(visit.client.locale, key, values);
	const words = wordsOf(visit);
	const byVideo: Block[] = [
		{ paragraph: say('booked.video') },
		{ link: joinLink, label: say('booked.join') },
		{ paragraph: say('booked.private') },
	];
	return {
		...envelope(visit),
		subject: say('booked.subject', words),
		...renderLetter([
			{ paragraph: say('letter.greeting', words) },
			{ paragraph: `${say('booked.intro')}\n${say('booked.details', words)}` },
			...(visit.office.kind === 'VIDEO' ? byVideo : []),
			{ paragraph: say('booked.calendar') },
			{ paragraph: say('letter.regards', words) },
		]),
		attachments: [entryFor(visit, false, visit.office.kind === 'VIDEO' ? joinLink : null, now)],
	};
}

/** Tells that a visit will not take place, and takes it out of the calendar again. */
export function cancelledMail(visit: VisitToTell, translate: Translate, now: Date): Mail {
	const say = (key: string, values?: Record<string, string>) => translate(visit.client.locale, key, values);
	const words = wordsOf(visit);
	return {
		...envelope(visit),
		subject: say('cancelled.subject', words),
		...renderLetter([
			{ paragraph: say('letter.greeting', words) },
			{ paragraph: `${say('cancelled.intro')}\n${say('cancelled.details', words)}` },
			{ paragraph: say('cancelled.rebook') },
			{ paragraph: say('letter.regards', words) },
		]),
		attachments: [entryFor(visit, true, null, now)],
	};
}

const envelope = ({ clinic, client }: VisitToTell) => ({ clinicId: clinic.id, to: client.email });

/** Date and time as the client's language writes them, on the clinic's clock, with the zone named. */
function wordsOf({ startsAt, clinic, client, serviceName, office, professional }: VisitToTell): Record<string, string> {
	const { date, time, zone } = formatsFor(client.locale, clinic.timeZone);
	return {
		name: client.name,
		clinic: clinic.name,
		service: serviceName,
		professional: professional.name,
		office: office.name,
		date: date.format(startsAt),
		time: time.format(startsAt),
		timeZone: zone.formatToParts(startsAt).find(({ type }) => type === 'timeZoneName')?.value ?? clinic.timeZone,
	};
}

const formats = new Map<string, ReturnType<typeof createFormats>>();

/** Making them takes milliseconds, and there are few: as many as languages times zones of clinics. */
function formatsFor(locale: Locale, timeZone: string) {
	const key = `${locale} ${timeZone}`;
	const known = formats.get(key) ?? createFormats(locale, timeZone);
	formats.set(key, known);
	return known;
}

const createFormats = (locale: Locale, timeZone: string) => ({
	date: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }),
	time: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }),
	zone: new Intl.DateTimeFormat(locale, { timeZoneName: 'long', timeZone }),
});

const entryFor = (visit: VisitToTell, cancelled: boolean, joinLink: string | null, stamp: Date) =>
	calendarFile({
		uid: `${visit.appointmentId}@samtal`,
		cancelled,
		stamp,
		startsAt: visit.startsAt,
		endsAt: visit.endsAt,
		summary: `${visit.serviceName} · ${visit.clinic.name}`,
		description: joinLink ?? visit.office.name,
		location: joinLink ?? visit.office.name,
		url: joinLink,
		organizer: visit.professional,
		attendee: visit.client,
	});
