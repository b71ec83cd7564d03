import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Mail, Translate } from '../../ports.ts';
import { wordsOf } from '../mail-words.ts';
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
