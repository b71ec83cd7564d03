import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, name, nothing } from './scalars.ts';

const marks = z.array(z.object({ type: z.enum(['bold', 'italic', 'underline', 'strike']) })).optional();

/** A node of the document that the editor writes: the part of Tiptap's schema that notes use. */
export interface DocumentNode {
	type: (typeof nodeTypes)[number];
	attrs?: { level?: number | undefined; start?: number | undefined; type?: string | null | undefined } | undefined;
	text?: string | undefined;
	marks?: z.infer<typeof marks>;
	content?: DocumentNode[] | undefined;
}

const nodeTypes = [
	'paragraph',
	'heading',
	'bulletList',
	'orderedList',
	'listItem',
	'blockquote',
	'horizontalRule',
	'hardBreak',
	'text',
] as const;

const documentNode: z.ZodType<DocumentNode> = z.object({
	type: z.enum(nodeTypes),
	attrs: z
		.object({
			level: z.number().int().min(1).max(3).optional(),
			start: z.number().int().optional(),
			type: z.string().max(8).nullish(),
		})
		.optional(),
	text: z.string().max(20_000).optional(),
	marks,
	get content() {
		return z.array(documentNode).max(2_000).optional();
	},
});

/** Rich text as a Tiptap document; only known nodes and marks pass, so nothing in it can run. */
export const document = z.object({ type: z.literal('doc'), content: z.array(documentNode).max(2_000) });
export type NoteDocument = z.infer<typeof document>;

export const note = z.object({
	id,
	clientId: id,
	appointmentId: id.nullable(),
	author: z.object({ id, name }),
	document,
	/** Grows by one with every save; a save must name the one that it read. */
	version: z.number().int().positive(),
	createdAt: instant,
	updatedAt: instant,
	/** Since when the client can read it; null while it is private. */
	sharedAt: instant.nullable(),
});
export type Note = z.infer<typeof note>;

/** Notes on one client: the viewer's own, newest first. */
export const listNotes = route({
	method: 'GET',
	path: '/api/clients/:clientId/notes',
	access: 'member',
	params: z.object({ clientId: id }),
	response: z.object({ notes: z.array(note) }),
});

/** `id` is chosen by the caller, so that a repeated request creates one note only. */
export const createNote = route({
	method: 'POST',
	path: '/api/clients/:clientId/notes',
	access: 'member',
	params: z.object({ clientId: id }),
	body: z.object({ id, appointmentId: id.optional(), document }),
	response: note,
});

/** Errors: `CONFLICT` when the note was saved elsewhere since `version`. */
export const saveNote = route({
	method: 'PATCH',
	path: '/api/notes/:noteId',
	access: 'member',
	params: z.object({ noteId: id }),
	body: z.object({ version: z.number().int().positive(), document }),
	response: note,
});

export const shareNote = route({
	method: 'POST',
	path: '/api/notes/:noteId/share',
	access: 'member',
	params: z.object({ noteId: id }),
	body: z.object({ shared: z.boolean() }),
	response: note,
});

export const deleteNote = route({
	method: 'DELETE',
	path: '/api/notes/:noteId',
	access: 'member',
	params: z.object({ noteId: id }),
	response: nothing,
});

/** The notes that were shared with this attendee. */
export const listSharedNotes = route({
	method: 'GET',
	path: '/api/join/notes',
	access: 'attendee',
	response: z.object({
		notes: z.array(z.object({ id, authorName: name, document, sharedAt: instant })),
	}),
});
