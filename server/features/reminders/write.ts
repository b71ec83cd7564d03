import type { ReminderInput } from '../../../shared/contract/reminders.ts';
import { fillReminder } from '../../../shared/domain/reminderText.ts';
import { renderLetter, type Block } from '../../adapters/mail/letter.ts';
import type { Links, OutgoingMessage, Translate } from '../ports.ts';
import { localeOf, valuesFor, type RemindedVisit } from './visit.ts';

export type Words = Pick<ReminderInput, 'channel' | 'subject' | 'text'>;
type Content = Pick<OutgoingMessage, 'subject' | 'text' | 'buttons'>;

/** What a rule says of one visit. In a mail, a paragraph that is a link alone becomes a button. */
export function writeReminder(rule: Words, visit: RemindedVisit, links: Links, translate: Translate): Content {
	const values = valuesFor(visit, links);
	if (rule.channel === 'SMS') return { subject: '', text: fillReminder(rule.text, values), buttons: [] };
	const say = (key: string) => translate(localeOf(visit), key);
	const buttons = new Map([
		['{link}', { link: values.link, label: say('booked.join') }],
		['{cancelLink}', { link: values.cancelLink, label: say('booked.changeLink') }],
	]);
	const blocks = rule.text.split(/\n\s*\n/).flatMap((paragraph): Block[] => {
		const button = buttons.get(paragraph.trim());
		if (button === undefined) return [{ paragraph: fillReminder(paragraph, values) }];
		return button.link === '' ? [] : [button];
	});
	return { subject: fillReminder(rule.subject, values), ...renderLetter(blocks) };
}
