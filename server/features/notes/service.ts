import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Note, NoteDocument } from '../../../shared/contract/notes.ts';
import { sqlState, sqlStateOf, type Database } from '../../adapters/prisma/database.ts';
import type { Actor, AttendeeActor } from '../../http/actors.ts';
import type { Ambient, NotifyTool } from '../ports.ts';
import { clientsToNote, ownNotes, visitsToNote } from './policy.ts';
import { noteInclude, presentNote, presentSharedNote } from './present.ts';

interface NewNote {
	id: string;
	appointmentId: string | undefined;
	document: NoteDocument;
}

export interface Notes {
	/** The viewer's own notes on one client, newest first. @throws SamtalError `NOT_FOUND` */
	list(actor: Actor, clientId: string): Promise<Note[]>;
	/**
	 * A repeated request answers with the note that the first one made.
	 * @throws SamtalError `NOT_FOUND`; `CONFLICT` when the id is another note's
	 */
	create(actor: Actor, clientId: string, note: NewNote): Promise<Note>;
	/** @throws SamtalError `NOT_FOUND`; `CONFLICT` when it was saved elsewhere since `version` */
	save(actor: Actor, noteId: string, change: { version: number; document: NoteDocument }): Promise<Note>;
	/** Shows the note to the client, or withdraws it. Neither counts as a save. @throws SamtalError `NOT_FOUND` */
	share(actor: Actor, noteId: string, shared: boolean): Promise<Note>;
	/** @throws SamtalError `NOT_FOUND`; `WRONG_STATE` while the client can read it */
	remove(actor: Actor, noteId: string): Promise<void>;
	/** What was shared with this attendee, newest first; nothing for a guest. */
	sharedWith(actor: AttendeeActor): Promise<ReturnType<typeof presentSharedNote>>;
}

export function createNotes(deps: { db: Database; ambient: Ambient; notifyTool: NotifyTool }): Notes {
	const { db, ambient, notifyTool } = deps;

	async function readOwn(actor: Actor, noteId: string): Promise<Note> {
		const row = await db.note.findFirst({ where: { ...ownNotes(actor), id: noteId }, include: noteInclude });
		if (row === null) throw new SamtalError('NOT_FOUND');
		return presentNote(row);
	}

	async function mustKnowClient(actor: Actor, clientId: string): Promise<void> {
		const known = await db.client.count({ where: { ...clientsToNote(actor), id: clientId } });
		if (known === 0) throw new SamtalError('NOT_FOUND');
	}

	async function mustBeVisitOf(actor: Actor, appointmentId: string, clientId: string): Promise<void> {
		const where = { ...visitsToNote(actor), id: appointmentId, attendees: { some: { clientId } } };
		if ((await db.appointment.count({ where })) === 0) throw new SamtalError('NOT_FOUND');
	}

	return {
		async list(actor, clientId) {
			await mustKnowClient(actor, clientId);
			const rows = await db.note.findMany({
				where: { ...ownNotes(actor), clientId },
				include: noteInclude,
				orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
			});
			return rows.map(presentNote);
		},
		async create(actor, clientId, { id, appointmentId, document }) {
			await mustKnowClient(actor, clientId);
			if (appointmentId !== undefined) await mustBeVisitOf(actor, appointmentId, clientId);
			const now = ambient.now();
			const about = { clientId, appointmentId: appointmentId ?? null };
			const data = { id, ...ownNotes(actor), ...about, document: asJson(document), createdAt: now, updatedAt: now };
			try {
				return presentNote(await db.note.create({ data, include: noteInclude }));
			} catch (error) {
				if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error;
				const first = await db.note.findFirst({ where: { ...ownNotes(actor), id, clientId }, include: noteInclude });
				if (first === null) throw new SamtalError('CONFLICT');
				return presentNote(first);
			}
		},
		async save(actor, noteId, { version, document }) {
			const { count } = await db.note.updateMany({
				where: { ...ownNotes(actor), id: noteId, version },
				data: { document: asJson(document), version: { increment: 1 }, updatedAt: ambient.now() },
			});
			const note = await readOwn(actor, noteId);
			if (count === 0) throw new SamtalError('CONFLICT');
			return note;
		},
		async share(actor, noteId, shared) {
			const { count } = await db.note.updateMany({
				// Sharing again does not move the time of the first sharing.
				where: { ...ownNotes(actor), id: noteId, sharedAt: shared ? null : { not: null } },
				data: { sharedAt: shared ? ambient.now() : null },
			});
			const note = await readOwn(actor, noteId);
			if (count > 0 && note.appointmentId !== null) notifyTool(note.appointmentId, 'notes');
			return note;
		},
		async remove(actor, noteId) {
			const { count } = await db.note.deleteMany({ where: { ...ownNotes(actor), id: noteId, sharedAt: null } });
			if (count > 0) return;
			await readOwn(actor, noteId);
			throw new SamtalError('WRONG_STATE');
		},
		async sharedWith({ clinicId, clientId }) {
			if (clientId === null) return [];
			const rows = await db.note.findMany({
				where: { clinicId, clientId, sharedAt: { not: null } },
				include: noteInclude,
				orderBy: [{ sharedAt: 'desc' }, { id: 'asc' }],
			});
			return rows.flatMap(presentSharedNote);
		},
	};
}

/** The document as a JSON value: fields that are absent stay away. */
const asJson = (document: NoteDocument) => JSON.parse(JSON.stringify(document));
