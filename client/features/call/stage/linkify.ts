export type TextPart = { text: string; href?: string };

const address = /https?:\/\/[^\s<>"']+/gi;
/** What ends a sentence rather than an address. */
const trailing = /[.,;:!?)\]}»”]+$/;

/**
 * Splits text into plain parts and web addresses. Only http and https become links, so that nothing that a person
 * writes can run as a script.
 */
export function linkify(text: string): TextPart[] {
	const parts: TextPart[] = [];
	let end = 0;
	for (const match of text.matchAll(address)) {
		const found = match[0].replace(trailing, '');
		if (!URL.canParse(found)) continue;
		if (match.index > end) parts.push({ text: text.slice(end, match.index) });
		parts.push({ text: found, href: found });
		end = match.index + found.length;
	}
	if (end < text.length) parts.push({ text: text.slice(end) });
	return parts;
}
