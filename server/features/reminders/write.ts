import type { ReminderInput } from '../../../shared/contract/reminders.ts';
import { fillReminder, type ReminderVariable } from '../../../shared/domain/reminderText.ts';
import { renderLetter, type Block } from '../../adapters/mail/letter.ts';
import type { Links, OutgoingMessage, Translate } from '../ports.ts';
import { localeOf, valuesFor, type RemindedVisit } from './visit.ts';

export type Words = Pick<ReminderInput, 'channel' | 'subject' | 'text'>;
type Content = Pick<OutgoingMessage, 'subject' | 'text' | 'html'>;

/** What a rule says of one visit. In a mail, a paragraph that is the link alone becomes a button. */
export function writeReminder(rule: Words, visit: RemindedVisit, links: Links, translate: Translate): Content {
	const values = valuesFor(visit, links);
	if (rule.channel === 'SMS') return { subject: '', text: fillReminder(rule.text, values), html: '' };
	const joinLabel = translate(localeOf(visit), 'booked.join');
	const blocks = rule.text.split(/\n\s*\n/).flatMap((paragraph) => blockOf(paragraph, values, joinLabel));
	return { subject: fillReminder(rule.subject, values), ...renderLetter(blocks) };
}

function blockOf(paragraph: string, values: Record<ReminderVariable, string>, joinLabel: string): Block[] {
	if (paragraph.trim() === '{link}') return values.link === '' ? [] : [{ link: values.link, label: joinLabel }];
	return [{ paragraph: fillReminder(paragraph, values) }];
}
