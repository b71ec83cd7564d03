import type { Button, Mail, MakeLetter } from '../../features/ports.ts';

/** One part of a mail: a paragraph, or a link that stands out as a button. */
export type Block = { paragraph: string } | Button;

/** The words of a mail as plain text, and which of its links are buttons. */
export const renderLetter = (blocks: readonly Block[]): Pick<Mail, 'text' | 'buttons'> => ({
	text: `${blocks.map((block) => ('paragraph' in block ? block.paragraph : textOf(block))).join('\n\n')}\n`,
	buttons: blocks.filter((block): block is Button => !('paragraph' in block)),
});

interface KeptMail {
	subject: string;
	text: string;
	buttons: unknown;
	attachments: unknown;
	letter: unknown;
}

/** What a message that was kept says: its own words, or those that are made now. */
export const letterOf = ({ subject, text, buttons, attachments, letter }: KeptMail, makeLetter: MakeLetter) =>
	letter === null ? { subject, text, buttons, attachments } : makeLetter(letter);

/** The same words as simple HTML, made when the mail leaves. Everything is escaped here. */
export function htmlOf({ text, buttons }: Pick<Mail, 'text' | 'buttons'>): string {
	const known = new Map(buttons.map((button) => [textOf(button), toHtml(button)]));
	const parts = text.trimEnd().split('\n\n');
	return `<!doctype html><html><body style="${bodyStyle}">${parts
		.map((part) => `<p style="margin:0 0 16px">${known.get(part) ?? escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
		.join('')}</body></html>`;
}

const bodyStyle =
	'margin:0 auto;padding:24px;max-width:560px;font:16px/1.6 system-ui,sans-serif;color:#1f2421;background:#ffffff';
const buttonStyle =
	'display:inline-block;padding:12px 20px;border-radius:12px;background:#14594a;color:#ffffff;text-decoration:none';

const textOf = ({ link, label }: Button): string => `${label}:\n${link}`;

const toHtml = ({ link, label }: Button): string =>
	`<a href="${escapeHtml(link)}" style="${buttonStyle}">${escapeHtml(label)}</a>`;

/** Makes text safe inside HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string =>
	text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
