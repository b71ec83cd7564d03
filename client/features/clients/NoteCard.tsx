import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shareNote, type Note } from '../../../shared/contract/notes.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { notesKey } from '../../lib/notes/notesKey.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { DocumentView } from '../../ui/DocumentView.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { toast } from '../../ui/toasts.ts';

/** One note with who wrote it when, and whether the client can read it. */
export function NoteCard({ note }: { note: Note }) {
	const { t } = useTranslation('clients');
	const format = useFormat();
	const errorText = useErrorText();
	const queryClient = useQueryClient();
	const sharing = useMutation({
		mutationFn: (shared: boolean) => memberApi.call(shareNote, { params: { noteId: note.id }, body: { shared } }),
		onSuccess: ({ sharedAt }) => {
			toast('success', t(sharedAt === null ? 'notes.withdrawn' : 'notes.nowShared'));
			return queryClient.invalidateQueries({ queryKey: notesKey(note.clientId) });
		},
		onError: (error) => toast('danger', errorText(error)),
	});
	const shared = sharing.isPending ? sharing.variables : note.sharedAt !== null;
	return (
		<Card className="flex flex-col gap-4">
			<header className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<h2 className="font-semibold">{format.date(note.createdAt, 'date')}</h2>
				<p className="text-muted text-small">
					{note.author.name} · {t('notes.changed', { when: format.dateTime(note.updatedAt) })}
				</p>
				<span className="ml-auto">
					{shared ? (
						<Badge tone="info" icon={<Eye aria-hidden />}>
							{t('notes.shared')}
						</Badge>
					) : (
						<Badge icon={<Lock aria-hidden />}>{t('notes.private')}</Badge>
					)}
				</span>
			</header>
			<DocumentView document={note.document} />
			<div className="border-line border-t pt-2">
				<Switch isSelected={shared} onChange={(wanted) => sharing.mutate(wanted)} isDisabled={sharing.isPending}>
					{t('notes.share')}
				</Switch>
			</div>
		</Card>
	);
}
