import { NotebookText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { NoteText } from '../../../../ui/editor/NoteText.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { SkeletonList } from '../../../../ui/SkeletonList.tsx';
import { useSharedNotes } from './useSharedNotes.ts';

/** Notes that the professional shares with the client, to read. */
export function SharedNotes() {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const { data, error } = useSharedNotes();
	if (error && !data) return <FormError error={error} />;
	if (!data) return <SkeletonList rows={2} />;
	if (data.length === 0)
		return <EmptyState icon={<NotebookText />} title={t('notes.sharedNone.title')} text={t('notes.sharedNone.text')} />;
	return (
		<ul className="flex flex-col gap-3">
			{data.map((note) => (
				<li key={note.id} className="border-line bg-surface rounded-box border p-4">
					<p className="text-muted mb-2 text-small">
						{note.authorName} · {format.dateTime(note.sharedAt)}
					</p>
					<NoteText document={note.document} />
				</li>
			))}
		</ul>
	);
}
