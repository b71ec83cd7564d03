import type { Locale } from '../../../shared/contract/scalars.ts';
import { renderLetter, type Block } from '../../adapters/mail/letter.ts';
import { moneyWords } from '../moneyWords.ts';
import type { CalendarEntry, Mail, Translate } from '../ports.ts';
import type { AskedFee } from './fees.ts';
import { whenOf, wordsOf } from './mail-words.ts';

/** What the client is told of a visit. */
export interface VisitToTell {
	appointmentId: string;
	startsAt: Date;
	endsAt: Date;
	sequence: number;
	serviceName: string;
	/** Of a group a client can cancel their own place alone, and move nothing. */
	isGroup: boolean;
	office: { name: string; kind: 'VIDEO' | 'PHYSICAL' };
	professional: { name: string; email: string };
	clinic: { id: string; name: string; timeZone: string };
	client: { name: string; email: string; locale: Locale };
}

/** The client's own addresses of a visit. */
export interface OwnLinks {
	join: string;
	/** Where it is cancelled and moved. */
	visit: string;
	/** To all visits of the client. */
	ownPage: string;
}

/** The confirmation of a booking: when and with whom, the links to join, to move and to cancel, a calendar file. */
export const bookedMail = (visit: VisitToTell, links: OwnLinks, translate: Translate, now: Date): Mail =>
	letterOfOne('booked', visit, links, translate, now);

/** The new time or place of a visit; the calendar takes it over. */
export const movedMail = (visit: VisitToTell, links: OwnLinks, translate: Translate, now: Date): Mail =>
	letterOfOne('moved', visit, links, translate, now);

/** A place became free, and who waited for one has it: all that the confirmation of a booking says. */
export const placeFreeMail = (visit: VisitToTell, links: OwnLinks, translate: Translate, now: Date): Mail =>
	letterOfOne('placeFree', visit, links, translate, now);

function letterOfOne(
	what: 'booked' | 'moved' | 'placeFree',
	visit: VisitToTell,
	links: OwnLinks,
	translate: Translate,
	now: Date,
): Mail {
	const say = sayTo(visit, translate);
	const words = wordsOf(visit);
	const isVideo = visit.office.kind === 'VIDEO';
	const change = visit.isGroup ? 'group' : 'booked';
	const byVideo: Block[] = [
		{ paragraph: say('booked.video') },
		{ link: links.join, label: say('booked.join') },
		{ paragraph: say('booked.private') },
	];
	return {
		...envelope(visit),
		subject: say(`${what}.subject`, words),
		...renderLetter([
			{ paragraph: say('letter.greeting', words) },
			{ paragraph: `${say(`${what}.intro`)}\n${say('booked.details', words)}` },
			...(isVideo ? byVideo : []),
			{ paragraph: say(`${change}.change`) },
			{ link: links.visit, label: say(`${change}.changeLink`) },
			{ paragraph: `${say('booked.ownPage')}\n${links.ownPage}` },
			{ paragraph: say('booked.calendar') },
			{ paragraph: say('letter.regards', words) },
		]),
		attachments: [{ calendar: [entryFor(visit, false, isVideo ? links.join : null, now)] }],
	};
}

/** The dates of several visits of one client, each with its links: newly booked ones, or ones that were changed. */
export function seriesMail(
	what: 'booked' | 'moved',
	visits: readonly { visit: VisitToTell; links: OwnLinks }[],
	translate: Translate,
	now: Date,
): Mail | null {
	const [first] = visits;
	if (first === undefined) return null;
	const say = sayTo(first.visit, translate);
	const words = wordsOf(first.visit);
	const isVideo = first.visit.office.kind === 'VIDEO';
	const dates = visits.map(({ visit, links }) => [whenOf(visit), isVideo ? links.join : links.visit].join('\n'));
	return {
		...envelope(first.visit),
		subject: say(`${what}.seriesSubject`, words),
		...renderLetter([
			{ paragraph: say('letter.greeting', words) },
			{ paragraph: `${say(`${what}.seriesIntro`)}\n${say('series.details', words)}` },
			...(isVideo ? [{ paragraph: say('series.video') }, { paragraph: say('booked.private') }] : []),
			...dates.map((paragraph) => ({ paragraph })),
			{ paragraph: `${say('booked.ownPage')}\n${first.links.ownPage}` },
			{ paragraph: say('series.calendar') },
			{ paragraph: say('letter.regards', words) },
		]),
		attachments: [
			{ calendar: visits.map(({ visit, links }) => entryFor(visit, false, isVideo ? links.join : null, now)) },
		],
	};
}

/** Tells that visits of one client will not take place, which fees the clinic asks for, and takes them out of the calendar again. */
export function cancelledMail(
	visits: readonly VisitToTell[],
	fees: readonly AskedFee[],
	translate: Translate,
	now: Date,
): Mail | null {
	const [first, ...others] = visits;
	if (first === undefined) return null;
	const say = sayTo(first, translate);
	const words = wordsOf(first);
	const one = others.length === 0;
	const amount = fees.map((fee) => moneyWords(fee, first.client.locale)).join(' + ');
	return {
		...envelope(first),
		subject: say(one ? 'cancelled.subject' : 'cancelled.seriesSubject', words),
		...renderLetter([
			{ paragraph: say('letter.greeting', words) },
			one
				? { paragraph: `${say('cancelled.intro')}\n${say('cancelled.details', words)}` }
				: { paragraph: `${say('cancelled.seriesIntro')}\n${say('series.details', words)}` },
			...(one ? [] : [{ paragraph: visits.map(whenOf).join('\n') }]),
			...(fees.length > 0 ? [{ paragraph: say('cancelled.fee', { ...words, amount }) }] : []),
			...fees.map((fee) => ({
				link: fee.payLink,
				label: say('payRequest.pay', { amount: moneyWords(fee, first.client.locale) }),
			})),
			{ paragraph: say('cancelled.rebook') },
			{ paragraph: say('letter.regards', words) },
		]),
		attachments: [{ calendar: visits.map((visit) => entryFor(visit, true, null, now)) }],
	};
}

/** Tells one of a group that they do not come any more; the calendar takes the visit out. */
export function placeCancelledMail(visit: VisitToTell, translate: Translate, now: Date): Mail {
	const say = sayTo(visit, translate);
	const words = wordsOf(visit);
	return {
		...envelope(visit),
		subject: say('placeCancelled.subject', words),
		...renderLetter([
			{ paragraph: say('letter.greeting', words) },
			{ paragraph: `${say('placeCancelled.intro')}\n${say('cancelled.details', words)}` },
			{ paragraph: say('cancelled.rebook') },
			{ paragraph: say('letter.regards', words) },
		]),
		attachments: [{ calendar: [entryFor(visit, true, null, now)] }],
	};
}

/** Tells the professional what a client did with their visit. */
export function professionalMail(
	what: 'cancelled' | 'placeBooked' | 'placeCancelled' | 'moved',
	visit: VisitToTell,
	to: { locale: Locale; timeZone: string },
	translate: Translate,
): Mail {
	const words = wordsOf(readBy(visit, to));
	return {
		...{ clinicId: visit.clinic.id, to: visit.professional.email },
		subject: translate(to.locale, `byClient.${what}.subject`, words),
		...renderLetter([
			{ paragraph: translate(to.locale, 'letter.greeting', { name: visit.professional.name }) },
			{ paragraph: translate(to.locale, `byClient.${what}.text`, words) },
		]),
		attachments: [],
	};
}

/** Tells the professional that a client booked a visit, with an entry for the calendar. */
export function newVisitMail(
	visit: VisitToTell & { client: { phone: string | null } },
	to: { locale: Locale; timeZone: string },
	translate: Translate,
	now: Date,
): Mail {
	const { clinic, professional, client } = visit;
	const words = wordsOf(readBy(visit, to));
	const contact = [client.email, client.phone].filter((each) => each !== null).join(', ');
	const say = (key: string, values: Record<string, string>) => translate(to.locale, key, values);
	return {
		...{ clinicId: clinic.id, to: professional.email },
		subject: say('newVisit.subject', words),
		...renderLetter([
			{ paragraph: say('letter.greeting', { name: professional.name }) },
			{ paragraph: `${say('newVisit.intro', words)}\n${say('newVisit.details', { ...words, contact })}` },
			{ paragraph: say('booked.calendar', words) },
		]),
		attachments: [{ calendar: [{ ...entryFor(visit, false, null, now), attendee: addressee(professional) }] }],
	};
}

/** The same visit in the language and on the clock of somebody else. */
const readBy = (visit: VisitToTell, { locale, timeZone }: { locale: Locale; timeZone: string }): VisitToTell => ({
	...visit,
	client: { ...visit.client, locale },
	clinic: { ...visit.clinic, timeZone },
});

const sayTo =
	({ client }: VisitToTell, translate: Translate) =>
	(key: string, values?: Record<string, string>) =>
		translate(client.locale, key, values);

const envelope = ({ clinic, client }: VisitToTell) => ({ clinicId: clinic.id, to: client.email });

const entryFor = (visit: VisitToTell, cancelled: boolean, joinLink: string | null, stamp: Date): CalendarEntry => ({
	uid: `${visit.appointmentId}@samtal`,
	cancelled,
	sequence: visit.sequence,
	stamp,
	startsAt: visit.startsAt,
	endsAt: visit.endsAt,
	summary: `${visit.serviceName} · ${visit.clinic.name}`,
	description: joinLink ?? visit.office.name,
	location: joinLink ?? visit.office.name,
	url: joinLink,
	organizer: addressee(visit.professional),
	attendee: addressee(visit.client),
});

/** The letter waits in the queue: nothing else of a person's records goes along. */
const addressee = ({ name, email }: { name: string; email: string }) => ({ name, email });
