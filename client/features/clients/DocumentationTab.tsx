import { useQuery } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { listNotes } from '../../../shared/contract/notes.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { notesKey } from '../../lib/notes/notesKey.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { NoteCard } from './NoteCard.tsx';

/** The viewer's notes on the client, newest first. */
export function DocumentationTab({ clientId }: { clientId: string }) {
	const { t } = useTranslation('clients');
	const { data: notes, error } = useQuery({
		queryKey: notesKey(clientId),
		queryFn: async ({ signal }) => (await memberApi.call(listNotes, { params: { clientId } }, { signal })).notes,
	});
	if (error && !notes) return <FormError error={error} />;
	if (!notes) return <SkeletonList rows={2} rowClassName="h-36" />;
	if (notes.length === 0) {
		return (
			<Card>
				<EmptyState icon={<NotebookPen />} title={t('notes.empty.title')} text={t('notes.empty.text')} />
			</Card>
		);
	}
	return (
		<ul className="flex flex-col gap-4">
			{notes.map((note) => (
				<li key={note.id}>
					<NoteCard note={note} />
				</li>
			))}
		</ul>
	);
}
