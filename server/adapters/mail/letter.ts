/** One part of a mail: a paragraph, or a link that stands out as a button. */
export type Block = { paragraph: string } | { link: string; label: string };

/** The same words as plain text and as simple HTML. Everything is escaped here; blocks hold plain text. */
export function renderLetter(blocks: readonly Block[]): { text: string; html: string } {
	return {
		text: `${blocks.map(toText).join('\n\n')}\n`,
		html: `<!doctype html><html><body style="${bodyStyle}">${blocks.map(toHtml).join('')}</body></html>`,
	};
}

const bodyStyle =
	'margin:0 auto;padding:24px;max-width:560px;font:16px/1.6 system-ui,sans-serif;color:#1f2421;background:#ffffff';
const buttonStyle =
	'display:inline-block;padding:12px 20px;border-radius:12px;background:#14594a;color:#ffffff;text-decoration:none';

const toText = (block: Block): string => ('paragraph' in block ? block.paragraph : `${block.label}:\n${block.link}`);

const toHtml = (block: Block): string =>
	'paragraph' in block
		? `<p style="margin:0 0 16px">${escapeHtml(block.paragraph).replaceAll('\n', '<br>')}</p>`
		: `<p style="margin:0 0 16px"><a href="${escapeHtml(block.link)}" style="${buttonStyle}">${escapeHtml(block.label)}</a></p>`;

/** Makes text safe inside HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string =>
	text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
