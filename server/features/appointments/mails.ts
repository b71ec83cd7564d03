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
	clinic: { id: string; name: string };
	client: { name: string; email: string; locale: Locale };
	/** On whose clock the client reads the time. */
	timeZone: string;
}

/** The confirmation of a booking: when and with whom, the join link for a video visit, a calendar file. */
export function bookedMail(visit: VisitToTell, joinLink: string, translate: Translate, now: Date): Mail {
	const say = (key: string, values?: Record<string, string>) => translate(visit.client.locale, key, values);
	const words = wordsOf(visit, { locale: visit.client.locale, timeZone: visit.timeZone });
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

/** What the professional is told of a visit that a client booked. The client may have given no address. */
type VisitToTellProfessional = Omit<VisitToTell, 'professional' | 'client' | 'timeZone'> & {
	professional: VisitToTell['professional'] & { locale: Locale; timeZone: string };
	client: { name: string; email: string | null; phone: string | null };
};

/** Tells the professional on their own clock that a client booked a visit, with an entry for the calendar. */
export function toldProfessionalMail(visit: VisitToTellProfessional, translate: Translate, now: Date): Mail {
	const { clinic, professional, client } = visit;
	const say = (key: string, values?: Record<string, string>) => translate(professional.locale, key, values);
	const words = wordsOf(visit, professional);
	const contact = [client.email, client.phone].filter((each) => each !== null).join(', ');
	return {
		...{ clinicId: clinic.id, to: professional.email },
		subject: say('newVisit.subject', words),
		...renderLetter([
			{ paragraph: say('letter.greeting', { name: professional.name }) },
			{ paragraph: `${say('newVisit.intro', words)}\n${say('newVisit.details', { ...words, contact })}` },
			{ paragraph: say('booked.calendar') },
		]),
		attachments: [entryFor({ ...visit, client: professional }, false, null, now)],
	};
}

/** Tells that a visit will not take place, and takes it out of the calendar again. */
export function cancelledMail(visit: VisitToTell, translate: Translate, now: Date): Mail {
	const say = (key: string, values?: Record<string, string>) => translate(visit.client.locale, key, values);
	const words = wordsOf(visit, { locale: visit.client.locale, timeZone: visit.timeZone });
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

type VisitWords = Pick<VisitToTell, 'startsAt' | 'serviceName' | 'office'> &
	Record<'clinic' | 'client' | 'professional', { name: string }>;

/** Date and time as the reader's language writes them, on the reader's clock, with the zone named. */
function wordsOf(
	{ startsAt, clinic, client, serviceName, office, professional }: VisitWords,
	{ locale, timeZone }: { locale: Locale; timeZone: string },
): Record<string, string> {
	const { date, time, zone } = formatsFor(locale, timeZone);
	return {
		name: client.name,
		clinic: clinic.name,
		service: serviceName,
		professional: professional.name,
		office: office.name,
		date: date.format(startsAt),
		time: time.format(startsAt),
		timeZone: zone.formatToParts(startsAt).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
	};
}

const formats = new Map<string, ReturnType<typeof createFormats>>();

/** Making them takes milliseconds, and there are few: as many as languages times zones. */
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

const entryFor = (
	visit: Omit<VisitToTell, 'client' | 'timeZone'> & { client: { name: string; email: string } },
	cancelled: boolean,
	joinLink: string | null,
	stamp: Date,
) =>
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
