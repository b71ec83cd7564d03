import { ChevronRight, CloudOff, Eye, NotebookPen, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Note, NoteDocument } from '../../../shared/contract/notes.ts';
import { textOf } from '../../lib/notes/document.ts';
import type { NoteSaver } from '../../lib/notes/NoteSaver.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { EmptyState } from '../EmptyState.tsx';

interface NoteListProps {
	notes: readonly Note[];
	/** Kept on this device only, until they are saved. */
	unsaved: readonly NoteSaver[];
	/** The visit that is taking place, whose notes say so; null outside of one. */
	appointmentId: string | null;
	onOpen: (note: Note) => void;
	onOpenUnsaved: (saver: NoteSaver) => void;
	onNew: () => void;
}

/** Notes by date with their first words, newest first. */
export function NoteList({ notes, unsaved, appointmentId, onOpen, onOpenUnsaved, onNew }: NoteListProps) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const write = (
		<Button variant="primary" icon={<Plus aria-hidden />} onPress={onNew}>
			{t('notes.new')}
		</Button>
	);
	if (notes.length === 0 && unsaved.length === 0)
		return (
			<EmptyState icon={<NotebookPen />} title={t('notes.none.title')} text={t('notes.none.text')} action={write} />
		);
	return (
		<div className="flex flex-col gap-4">
			<div>{write}</div>
			<ul className="divide-line border-line bg-surface divide-y overflow-hidden rounded-box border">
				{unsaved.map((saver) => (
					<Row
						key={saver.noteId}
						title={t('notes.untilSaved')}
						document={saver.getState().document}
						onPress={() => onOpenUnsaved(saver)}
						badge={<Badge icon={<CloudOff aria-hidden />}>{t('notes.onDevice')}</Badge>}
					/>
				))}
				{notes.map((note) => (
					<Row
						key={note.id}
						title={
							note.appointmentId !== null && note.appointmentId === appointmentId
								? t('notes.thisVisit')
								: format.date(note.createdAt, 'date')
						}
						document={note.document}
						onPress={() => onOpen(note)}
						badge={
							note.sharedAt !== null && (
								<Badge tone="info" icon={<Eye aria-hidden />}>
									{t('notes.shared')}
								</Badge>
							)
						}
					/>
				))}
			</ul>
		</div>
	);
}

interface RowProps {
	title: string;
	document: NoteDocument;
	badge: ReactNode;
	onPress: () => void;
}

function Row({ title, document, badge, onPress }: RowProps) {
	const { t } = useTranslation('tools');
	return (
		<li>
			<AriaButton
				onPress={onPress}
				className="hover:bg-sunken flex w-full items-center gap-3 px-4 py-3 text-left -outline-offset-2"
			>
				<span className="min-w-0 flex-1">
					<span className="flex flex-wrap items-center gap-2 font-semibold">
						{title} {badge}
					</span>
					<span className="text-muted line-clamp-2 text-small whitespace-pre-line">
						{textOf(document) || t('notes.noWords')}
					</span>
				</span>
				<ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
			</AriaButton>
		</li>
	);
}
