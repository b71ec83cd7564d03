import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { listNotes } from '../../../shared/contract/notes.ts';
import type { Api } from '../../lib/api.ts';
import { notesKey } from '../../lib/notes/notesKey.ts';
import type { NoteSaver } from '../../lib/notes/NoteSaver.ts';
import { FormError } from '../FormError.tsx';
import { SkeletonList } from '../SkeletonList.tsx';
import { NoteList } from './NoteList.tsx';
import { OpenNote } from './OpenNote.tsx';
import { useNoteSavers } from './useNoteSavers.ts';

interface ClientNotesProps {
	api: Api;
	/** The signed-in member. */
	authorId: string;
	clientId: string;
	/** The visit that is taking place: new notes belong to it, and its note opens by itself. */
	appointmentId?: string;
}

/** The viewer's notes on one client: the list, and one of them open to write. Give it `key={clientId}`. */
export function ClientNotes({ api, authorId, clientId, appointmentId }: ClientNotesProps) {
	const savers = useNoteSavers({ api, authorId, clientId, appointmentId });
	const [opened, setOpened] = useState<NoteSaver | null>(null);
	const { data, error } = useQuery({
		queryKey: notesKey(clientId),
		queryFn: () => api.call(listNotes, { params: { clientId } }),
	});

	const begun = useRef(false);
	useEffect(() => {
		if (!data || appointmentId === undefined || begun.current) return;
		begun.current = true;
		const draft = savers.pending.find((saver) => saver.appointmentId === appointmentId);
		const note = data.notes.find((each) => each.appointmentId === appointmentId);
		setOpened(draft ?? (note ? savers.openNote(note) : savers.openNew()));
	}, [data, appointmentId, savers]);

	if (error && !data) return <FormError error={error} />;
	if (!data) return <SkeletonList rows={3} />;
	if (opened)
		return (
			<OpenNote
				api={api}
				saver={opened}
				note={data.notes.find(({ id }) => id === opened.noteId) ?? null}
				onBack={() => setOpened(null)}
				onDeleted={() => {
					savers.forget(opened.noteId);
					setOpened(null);
				}}
			/>
		);
	return (
		<NoteList
			notes={data.notes}
			unsaved={savers.pending.filter(({ noteId }) => data.notes.every(({ id }) => id !== noteId))}
			appointmentId={appointmentId ?? null}
			onOpen={(note) => setOpened(savers.openNote(note))}
			onOpenUnsaved={setOpened}
			onNew={() => setOpened(savers.openNew())}
		/>
	);
}
