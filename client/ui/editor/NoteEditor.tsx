import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteSaver } from '../../lib/notes/NoteSaver.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { RichText } from './RichText.tsx';
import { SaveStatus } from './SaveStatus.tsx';

/** Writes one note and saves it by itself; what two people wrote at once waits for the writer's choice. */
export function NoteEditor({ saver }: { saver: NoteSaver }) {
	const { t } = useTranslation('tools');
	const state = useSyncExternalStore(saver.subscribe, saver.getState);
	const [replaced, setReplaced] = useState(0);

	useEffect(() => {
		const flush = () => saver.flush();
		window.addEventListener('pagehide', flush);
		document.addEventListener('visibilitychange', flush);
		return () => {
			window.removeEventListener('pagehide', flush);
			document.removeEventListener('visibilitychange', flush);
			flush();
		};
	}, [saver]);

	const takeTheirs = () => {
		saver.takeTheirs();
		setReplaced((count) => count + 1);
	};

	return (
		<div className="flex min-h-0 flex-col gap-3">
			{state.theirs && (
				<ConflictNotice theirs={state.theirs} onKeepMine={() => saver.keepMine()} onTakeTheirs={takeTheirs} />
			)}
			<RichText
				key={`${saver.noteId}-${replaced}`}
				document={state.document}
				onChange={(changed) => saver.edit(changed)}
				label={t('notes.text')}
			/>
			<SaveStatus state={state} onRetry={() => saver.flush()} />
		</div>
	);
}
