import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { listNotes, Note } from '../../../shared/contract/notes.ts';
import type { ResponseOf } from '../../../shared/contract/route.ts';
import type { Api } from '../../lib/api.ts';
import { emptyDocument } from '../../lib/notes/document.ts';
import { createDrafts, type Draft } from '../../lib/notes/drafts.ts';
import { notesKey } from '../../lib/notes/notesKey.ts';
import { NoteSaver } from '../../lib/notes/NoteSaver.ts';

interface Options {
	api: Api;
	/** The signed-in member: drafts on this device are theirs alone. */
	authorId: string;
	clientId: string;
	/** The visit that new notes belong to. */
	appointmentId?: string | undefined;
}

export interface NoteSavers {
	/** Savers of drafts that this device kept from earlier; they are being saved already. */
	pending: readonly NoteSaver[];
	openNote: (note: Note) => NoteSaver;
	openNew: () => NoteSaver;
	/** Stops saving a note that is about to be deleted, and drops its draft. */
	forget: (noteId: string) => void;
}

/** One saver for each note of a client that is open or not yet saved; every confirmed note enters the query's list. */
export function useNoteSavers({ api, authorId, clientId, appointmentId }: Options): NoteSavers {
	const queryClient = useQueryClient();
	const [savers] = useState(() => {
		const drafts = createDrafts(localStorage, authorId);
		const known = new Map<string, NoteSaver>();
		const onSaved = (note: Note) =>
			queryClient.setQueryData<ResponseOf<typeof listNotes>>(
				notesKey(clientId),
				(list) => list && { notes: upsert(list.notes, note) },
			);
		const open = (draft: Draft, saved: boolean) => {
			const earlier = known.get(draft.noteId);
			if (earlier?.getState().unsaved) return earlier;
			const saver = new NoteSaver({ api, drafts, draft, saved, onSaved });
			known.set(draft.noteId, saver);
			return saver;
		};
		return { drafts, known, open };
	});
	const [pending, setPending] = useState<readonly NoteSaver[]>(() =>
		savers.drafts.ofClient(clientId).map((draft) => savers.open(draft, false)),
	);

	useEffect(() => {
		const flush = () => savers.known.forEach((saver) => saver.flush());
		flush();
		return flush;
	}, [savers]);

	return {
		pending,
		openNote: ({ id: noteId, document, version }) => savers.open({ noteId, clientId, document, version }, true),
		openNew: () =>
			savers.open(
				{
					noteId: crypto.randomUUID(),
					clientId,
					document: emptyDocument,
					version: null,
					...(appointmentId !== undefined && { appointmentId }),
				},
				true,
			),
		forget: (noteId) => {
			savers.known.get(noteId)?.stop();
			savers.known.delete(noteId);
			savers.drafts.drop(noteId);
			setPending((list) => list.filter((saver) => saver.noteId !== noteId));
		},
	};
}

const upsert = (notes: readonly Note[], note: Note): Note[] =>
	notes.some(({ id }) => id === note.id) ? notes.map((each) => (each.id === note.id ? note : each)) : [note, ...notes];
