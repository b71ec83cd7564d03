import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/contract/notes.ts';
import type { Api } from '../../lib/api.ts';
import type { NoteSaver } from '../../lib/notes/NoteSaver.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Button } from '../Button.tsx';
import { SkeletonList } from '../SkeletonList.tsx';
import { DeleteNote } from './DeleteNote.tsx';
import { ShareNote } from './ShareNote.tsx';

// Tiptap is large; a list of notes does without it.
const NoteEditor = lazy(async () => ({ default: (await import('./NoteEditor.tsx')).NoteEditor }));

interface OpenNoteProps {
	api: Api;
	saver: NoteSaver;
	/** What the server has of it; null before the first save. */
	note: Note | null;
	onBack: () => void;
	onDeleted: () => void;
}

/** One note to write, share or delete. */
export function OpenNote({ api, saver, note, onBack, onDeleted }: OpenNoteProps) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	return (
		<div className="flex flex-col gap-3">
			<div className="flex items-center gap-2">
				<Button variant="quiet" size="small" icon={<ArrowLeft aria-hidden />} onPress={onBack}>
					{t('notes.all')}
				</Button>
				<span className="text-muted flex-1 text-right text-small">{note && format.dateTime(note.createdAt)}</span>
				{note && <DeleteNote api={api} note={note} onDeleted={onDeleted} />}
			</div>
			<Suspense fallback={<SkeletonList rows={1} rowClassName="h-64" />}>
				<NoteEditor saver={saver} />
			</Suspense>
			<ShareNote api={api} saver={saver} note={note} />
		</div>
	);
}
