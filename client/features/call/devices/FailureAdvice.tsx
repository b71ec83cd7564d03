import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { buttonStyle } from '../../../ui/buttonStyle.ts';
import type { CaptureKind } from '../session/devices.ts';
import type { LocalMedia } from '../session/LocalMedia.ts';

/** Why the microphone or the camera gives nothing, and what to do about it, in plain words. */
export function FailureAdvice({ media, kind }: { media: LocalMedia; kind: CaptureKind }) {
	const { t } = useTranslation(['join', 'common']);
	const failure = useStore(media.store, (state) => state.failures[kind]);
	if (!failure) return null;
	return (
		<div role="alert" className="bg-warn-soft rounded-box flex gap-3 px-4 py-3">
			<TriangleAlert aria-hidden className="text-warn mt-0.5 size-5 shrink-0" />
			<div className="flex min-w-0 flex-col items-start gap-2">
				<p>
					<strong className="block font-semibold">{t(`join:devices.failed.${kind}`)}</strong>
					{t(`join:devices.advice.${failure}`)}
				</p>
				{failure !== 'insecure' && (
					<button type="button" className={buttonStyle('secondary', 'small')} onClick={() => void media.open([kind])}>
						{t('common:actions.retry')}
					</button>
				)}
			</div>
		</div>
	);
}
