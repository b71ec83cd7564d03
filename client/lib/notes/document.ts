import type { DocumentNode, NoteDocument } from '../../../shared/contract/notes.ts';

export const emptyDocument: NoteDocument = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Equal in meaning: the order of keys and absent against `undefined` or `null` does not count. */
export const sameDocument = (one: NoteDocument, other: NoteDocument): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) => {
		if (part === null) return undefined;
		if (typeof part !== 'object' || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
	});

/** The words of a document, one line for each block. */
export const textOf = (document: NoteDocument): string => document.content.map(words).filter(Boolean).join('\n');

const words = (node: DocumentNode): string => {
	if (node.type === 'text') return node.text ?? '';
	if (node.type === 'hardBreak') return '\n';
	const separator = node.content?.some(({ type }) => type === 'text') ? '' : '\n';
	return (node.content ?? []).map(words).join(separator);
};

/** A template of the catalogue as a document: each section a heading with room below it. */
export const templateDocument = (sections: readonly string[]): NoteDocument => ({
	type: 'doc',
	content: sections.flatMap((title): DocumentNode[] => [
		{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
		{ type: 'paragraph' },
	]),
});
