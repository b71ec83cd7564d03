import type { z } from 'zod';
import { document, type listSharedNotes, type Note } from '../../../shared/contract/notes.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';

export const noteInclude = { author: { select: { id: true, name: true } } } satisfies Prisma.NoteInclude;
type NoteRow = Prisma.NoteGetPayload<{ include: typeof noteInclude }>;

export const presentNote = (row: NoteRow): Note => ({
	id: row.id,
	clientId: row.clientId,
	appointmentId: row.appointmentId,
	author: row.author,
	document: document.parse(row.document),
	version: row.version,
	createdAt: row.createdAt.toISOString(),
	updatedAt: row.updatedAt.toISOString(),
	sharedAt: row.sharedAt?.toISOString() ?? null,
});

type SharedNote = z.output<typeof listSharedNotes.response>['notes'][number];

/** What the client sees of a note: nothing while it is private. */
export const presentSharedNote = ({ id, author, document: text, sharedAt }: NoteRow): SharedNote[] =>
	sharedAt === null
		? []
		: [{ id, authorName: author.name, document: document.parse(text), sharedAt: sharedAt.toISOString() }];
