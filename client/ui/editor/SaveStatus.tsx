import { Check, CloudOff, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Autosave } from '../../lib/notes/autosave.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useNow } from '../../lib/useNow.ts';
import { Button } from '../Button.tsx';

const justNowMs = 60_000;

/** Where the text is: on its way, saved and when, or only on this device and why. */
export function SaveStatus({ state, onRetry }: { state: Autosave; onRetry: () => void }) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const errorText = useErrorText();
	const now = useNow(10_000);

	if (state.failure)
		return (
			<div role="alert" className="text-small flex flex-wrap items-center gap-x-2">
				<CloudOff aria-hidden className="text-danger size-4" />
				<p className="flex-1">
					{t('notes.status.failed')} {errorText(new SamtalError(state.failure))}
				</p>
				<Button size="small" variant="quiet" onPress={onRetry}>
					{t('notes.status.retry')}
				</Button>
			</div>
		);
	if (state.theirs) return null;
	if (state.unsaved)
		return (
			<p className="text-small text-muted flex items-center gap-1.5">
				<LoaderCircle aria-hidden className="size-4" />
				{t('notes.status.saving')}
			</p>
		);
	if (state.version === null) return <p className="text-small text-muted">{t('notes.status.empty')}</p>;
	const age = state.savedAt === null ? null : now - state.savedAt;
	return (
		<p className="text-small text-muted flex items-center gap-1.5">
			<Check aria-hidden className="text-success size-4" />
			{age === null
				? t('notes.status.saved')
				: age < justNowMs
					? t('notes.status.justNow')
					: t('notes.status.ago', { time: format.duration(age) })}
		</p>
	);
}
