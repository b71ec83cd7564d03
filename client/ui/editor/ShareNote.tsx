import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shareNote, type Note } from '../../../shared/contract/notes.ts';
import type { Api } from '../../lib/api.ts';
import { notesKey } from '../../lib/notes/notesKey.ts';
import type { NoteSaver } from '../../lib/notes/NoteSaver.ts';
import { FormError } from '../FormError.tsx';
import { Switch } from '../Switch.tsx';

interface ShareNoteProps {
	api: Api;
	saver: NoteSaver;
	note: Note | null;
}

/** Private until switched on; then the client reads the note, and every later change of it. */
export function ShareNote({ api, saver, note }: ShareNoteProps) {
	const { t } = useTranslation('tools');
	const queryClient = useQueryClient();
	const share = useMutation({
		mutationFn: (shared: boolean) => api.call(shareNote, { params: { noteId: saver.noteId }, body: { shared } }),
		onMutate: () => saver.flush(),
		onSettled: () => note && queryClient.invalidateQueries({ queryKey: notesKey(note.clientId) }),
	});
	const shared = share.isPending ? share.variables : note !== null && note.sharedAt !== null;
	return (
		<div className="border-line flex flex-col gap-2 border-t pt-2">
			<Switch
				isSelected={shared}
				isDisabled={note === null || share.isPending}
				onChange={(wanted) => share.mutate(wanted)}
			>
				<span className="block font-semibold">{t('notes.share.label')}</span>
				<span className="text-muted block text-small">{shared ? t('notes.share.on') : t('notes.share.off')}</span>
			</Switch>
			<FormError error={share.error} />
		</div>
	);
}
