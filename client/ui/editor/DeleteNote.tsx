import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteNote, type Note } from '../../../shared/contract/notes.ts';
import type { Api } from '../../lib/api.ts';
import { notesKey } from '../../lib/notes/notesKey.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { FormError } from '../FormError.tsx';
import { IconButton } from '../IconButton.tsx';

interface DeleteNoteProps {
	api: Api;
	note: Note;
	onDeleted: () => void;
}

/** Deletes a note after asking once. */
export function DeleteNote({ api, note, onDeleted }: DeleteNoteProps) {
	const { t } = useTranslation('tools');
	const [asking, setAsking] = useState(false);
	const queryClient = useQueryClient();
	const remove = useMutation({
		mutationFn: () => api.call(deleteNote, { params: { noteId: note.id } }),
		onSuccess: async () => {
			onDeleted();
			await queryClient.invalidateQueries({ queryKey: notesKey(note.clientId) });
		},
	});
	return (
		<>
			<IconButton label={t('notes.delete.action')} onPress={() => setAsking(true)}>
				<Trash2 aria-hidden />
			</IconButton>
			<Dialog
				role="alertdialog"
				title={t('notes.delete.title')}
				isOpen={asking}
				onClose={() => setAsking(false)}
				footer={
					<>
						<Button onPress={() => setAsking(false)}>{t('notes.delete.keep')}</Button>
						<Button variant="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
							{t('notes.delete.confirm')}
						</Button>
					</>
				}
			>
				<p>{t('notes.delete.text')}</p>
				<FormError error={remove.error} />
			</Dialog>
		</>
	);
}
