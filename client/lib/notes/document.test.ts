import { describe, expect, it } from 'vitest';
import { document as schema, type NoteDocument } from '../../../shared/contract/notes.ts';
import { emptyDocument, sameDocument, templateDocument, textOf } from './document.ts';

describe('sameDocument', () => {
	it('ignores the order of keys, and absent against empty attributes', () => {
		const one: NoteDocument = { type: 'doc', content: [{ type: 'orderedList', attrs: { start: 1, type: null } }] };
		const other: NoteDocument = { content: [{ attrs: { start: 1 }, type: 'orderedList' }], type: 'doc' };
		expect(sameDocument(one, other)).toBe(true);
		expect(sameDocument(one, emptyDocument)).toBe(false);
	});
});

describe('templateDocument', () => {
	it('makes a document that the contract accepts, a heading for each section', () => {
		const document = templateDocument(['Subjective', 'Plan']);
		expect(schema.safeParse(document).success).toBe(true);
		expect(textOf(document)).toBe('Subjective\nPlan');
	});
});

describe('textOf', () => {
	it('reads lists and marks as lines of words', () => {
		const item = (text: string) => ({
			type: 'listItem' as const,
			content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
		});
		expect(
			textOf({
				type: 'doc',
				content: [
					{
						type: 'paragraph',
						content: [
							{ type: 'text', text: 'Sleeps ' },
							{ type: 'text', text: 'well', marks: [{ type: 'bold' }] },
						],
					},
					{ type: 'bulletList', content: [item('walks'), item('reads')] },
				],
			}),
		).toBe('Sleeps well\nwalks\nreads');
	});
});
