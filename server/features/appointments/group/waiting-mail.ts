import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Mail, Translate } from '../../ports.ts';
import { whenOf, wordsOf } from '../mail-words.ts';
import type { VisitToTell } from '../mails.ts';

/** Tells somebody what they wait for, where they stand in the line (from 1), and how to leave it. */
export function waitingMail(
	visit: VisitToTell,
	{ leaveLink, ownPage, placeInLine }: { leaveLink: string; ownPage: string; placeInLine: number },
	translate: Translate,
): Mail {
	const words = { ...wordsOf(visit), place: String(placeInLine) };
	const say = (key: string) => translate(visit.client.locale, key, words);
	return {
		...{ clinicId: visit.clinic.id, to: visit.client.email },
		subject: say('waiting.subject'),
		...renderLetter([
			{ paragraph: say('letter.greeting') },
			{ paragraph: `${say('waiting.intro')}\n${say('booked.details')}` },
			{ paragraph: say('waiting.place') },
			{ paragraph: say('waiting.change') },
			{ link: leaveLink, label: say('waiting.leave') },
			{ paragraph: `${say('booked.ownPage')}\n${ownPage}` },
			{ paragraph: say('letter.regards') },
		]),
		attachments: [],
	};
}

/** Tells somebody that what they wait for will not take place, or has other dates. */
export function waitingChangedMail(
	what: 'waitingEnded' | 'waitingMoved',
	visits: readonly VisitToTell[],
	ownPage: string,
	translate: Translate,
): Mail | null {
	const [first] = visits;
	if (first === undefined) return null;
	const say = (key: string) => translate(first.client.locale, key, wordsOf(first));
	return {
		...{ clinicId: first.clinic.id, to: first.client.email },
		subject: say(`${what}.subject`),
		...renderLetter([
			{ paragraph: say('letter.greeting') },
			{ paragraph: `${say(`${what}.intro`)}\n${say('series.details')}` },
			{ paragraph: visits.map(whenOf).join('\n') },
			{ paragraph: say(`${what}.next`) },
			{ paragraph: `${say('booked.ownPage')}\n${ownPage}` },
			{ paragraph: say('letter.regards') },
		]),
		attachments: [],
	};
}
