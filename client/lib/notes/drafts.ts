import { z } from 'zod';
import { document } from '../../../shared/contract/notes.ts';
import { id } from '../../../shared/contract/scalars.ts';

const draft = z.object({
	noteId: id,
	clientId: id,
	appointmentId: id.optional(),
	document,
	/** The version that the draft continues; `null` when the server has not seen the note. */
	version: z.number().int().positive().nullable(),
});
export type Draft = z.infer<typeof draft>;

/** Text that the server has not confirmed, kept on this device until it has. */
export interface Drafts {
	keep(draft: Draft): void;
	drop(noteId: string): void;
	ofClient(clientId: string): Draft[];
}

/**
 * Drafts of one author in `localStorage`: it is written at once, so a crashed tab loses no keystroke. Other people
 * who sign in on the same device do not meet them. A full or forbidden storage keeps nothing and breaks nothing.
 */
export function createDrafts(storage: Storage, authorId: string): Drafts {
	const prefix = `samtal.draft.${authorId}.`;
	const read = (key: string): Draft | null => {
		try {
			return draft.parse(JSON.parse(storage.getItem(key) ?? ''));
		} catch {
			return null;
		}
	};
	return {
		keep(kept) {
			try {
				storage.setItem(prefix + kept.noteId, JSON.stringify(kept));
			} catch {
				// The text is still on screen and on its way to the server.
			}
		},
		drop: (noteId) => storage.removeItem(prefix + noteId),
		ofClient: (clientId) =>
			Object.keys(storage)
				.filter((key) => key.startsWith(prefix))
				.map(read)
				.filter((found) => found !== null)
				.filter((found) => found.clientId === clientId),
	};
}
