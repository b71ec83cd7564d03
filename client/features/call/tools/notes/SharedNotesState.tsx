import { useTranslation } from 'react-i18next';
import { useSharedNotes } from './useSharedNotes.ts';

/** How many notes there are to read. */
export function SharedNotesState() {
	const { t } = useTranslation('tools');
	const count = useSharedNotes().data?.length ?? 0;
	return count > 0 ? t('notes.sharedCount', { count }) : null;
}
