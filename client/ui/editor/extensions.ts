import type { JSONContent } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import type { DocumentNode } from '../../../shared/contract/notes.ts';

/** Exactly the nodes and marks that the contract lets pass (shared/contract/notes.ts). */
export const noteExtensions = [
	StarterKit.configure({
		heading: { levels: [1, 2, 3] },
		code: false,
		codeBlock: false,
		link: false,
		// It would change a note by merely opening it.
		trailingNode: false,
	}),
];

/** A node as Tiptap's types want it: what is absent has no key. */
export const toContent = ({ type, attrs, text, marks, content }: DocumentNode): JSONContent => ({
	type,
	...(attrs && { attrs }),
	...(text !== undefined && { text }),
	...(marks && { marks }),
	...(content && { content: content.map(toContent) }),
});
