import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Visit } from '../../../shared/contract/join.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { DeviceCheck } from '../call/devices/DeviceCheck.tsx';
import { UnsupportedBrowser } from '../call/devices/UnsupportedBrowser.tsx';
import type { LocalMedia } from '../call/session/LocalMedia.ts';
import { Screen } from './Screen.tsx';

/** Second step: seen and heard? Nothing stands in the way, but a browser that cannot encrypt has to knock. */
export function DeviceStep({ visit, media, onNext }: { visit: Visit; media: LocalMedia; onNext: () => void }) {
	const { t } = useTranslation('join');
	const { tracks, opening } = useStore(media.store);
	useEffect(() => void media.open(['mic', 'camera']), [media]);
	const next = tracks.mic && tracks.camera ? 'all' : tracks.mic ? 'audioOnly' : tracks.camera ? 'videoOnly' : 'none';
	return (
		<Screen clinic={visit.clinic.name} step={2} title={t('devices.title')}>
			<UnsupportedBrowser mayKnock />
			<DeviceCheck media={media} />
			<button
				type="button"
				data-devices={next}
				disabled={opening}
				className={buttonStyle('primary', 'large')}
				onClick={onNext}
			>
				{t(opening ? 'devices.opening' : `devices.next.${next}`)}
			</button>
		</Screen>
	);
}
