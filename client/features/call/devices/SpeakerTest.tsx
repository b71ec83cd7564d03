import { Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { buttonStyle } from '../../../ui/buttonStyle.ts';
import type { LocalMedia } from '../session/LocalMedia.ts';
import { playTestSound } from './testSound.ts';

/** A sound to hear, so that silence is found before the call and not in it. */
export function SpeakerTest({ media }: { media: LocalMedia }) {
	const { t } = useTranslation('join');
	const speaker = useStore(media.store, (state) => state.chosen.speaker);
	return (
		<button type="button" className={buttonStyle('secondary')} onClick={() => void playTestSound(speaker)}>
			<Volume2 aria-hidden />
			{t('devices.playSound')}
		</button>
	);
}
