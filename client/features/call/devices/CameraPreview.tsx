import { VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LocalMedia } from '../session/LocalMedia.ts';
import { useTrackStream } from './useTrackStream.ts';
import { VideoView } from './VideoView.tsx';

/** How the others will see this person, mirrored as in a mirror. */
export function CameraPreview({ media }: { media: LocalMedia }) {
	const { t } = useTranslation('join');
	const stream = useTrackStream(media, 'camera');
	const opening = useStore(media.store, (state) => state.opening);
	return (
		<div className="bg-stage text-stage-muted rounded-box grid aspect-video w-full place-items-center overflow-hidden">
			{stream ? (
				<VideoView
					stream={stream}
					data-source="camera"
					aria-label={t('devices.preview')}
					className="size-full -scale-x-100 object-cover"
				/>
			) : (
				<p role="status" className="flex flex-col items-center gap-2 p-4 text-center">
					<VideoOff aria-hidden className="size-8" />
					{t(opening ? 'devices.opening' : 'devices.cameraIsOff')}
				</p>
			)}
		</div>
	);
}
