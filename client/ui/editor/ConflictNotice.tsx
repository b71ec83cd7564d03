import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/contract/notes.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import { NoteText } from './NoteText.tsx';

interface ConflictNoticeProps {
	theirs: Note;
	onKeepMine: () => void;
	onTakeTheirs: () => void;
}

/** The note was saved elsewhere meanwhile: shows that text, and both stay until one is chosen. */
export function ConflictNotice({ theirs, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	return (
		<Notice
			tone="warn"
			title={t('notes.conflict.title')}
			action={
				<>
					<Button size="small" variant="primary" onPress={onKeepMine}>
						{t('notes.conflict.keepMine')}
					</Button>
					<Button size="small" onPress={onTakeTheirs}>
						{t('notes.conflict.takeTheirs')}
					</Button>
				</>
			}
		>
			<p>{t('notes.conflict.text', { time: format.time(theirs.updatedAt) })}</p>
			<details className="mt-2">
				<summary className="cursor-pointer font-semibold">{t('notes.conflict.show')}</summary>
				<div className="bg-surface mt-2 max-h-60 overflow-y-auto rounded-inner p-3">
					<NoteText document={theirs.document} />
				</div>
			</details>
		</Notice>
	);
}
