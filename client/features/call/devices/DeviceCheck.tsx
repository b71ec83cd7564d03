import clsx from 'clsx';
import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LocalMedia } from '../session/LocalMedia.ts';
import { CameraPreview } from './CameraPreview.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { FailureAdvice } from './FailureAdvice.tsx';
import { MicrophoneMeter } from './MicrophoneMeter.tsx';
import { NetworkCheck } from './NetworkCheck.tsx';
import { SpeakerTest } from './SpeakerTest.tsx';

/** Everything to see before a call: the own picture, the microphone's level, a test sound, devices and network. */
export function DeviceCheck({ media }: { media: LocalMedia }) {
	const { t } = useTranslation('join');
	const camera = useStore(media.store, (state) => Boolean(state.tracks.camera));
	const muted = useStore(media.store, (state) => state.micMuted || !state.tracks.mic);
	return (
		<div className="flex flex-col gap-4">
			<div className="relative">
				<CameraPreview media={media} />
				<div className="absolute inset-x-0 bottom-3 flex justify-center gap-3">
					<RoundSwitch
						on={!muted}
						label={t(muted ? 'devices.unmute' : 'devices.mute')}
						onSwitch={() => media.setMicMuted(!muted)}
					>
						{muted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
					</RoundSwitch>
					<RoundSwitch
						on={camera}
						label={t(camera ? 'devices.cameraOff' : 'devices.cameraOn')}
						onSwitch={() => void media.setCamera(!camera)}
					>
						{camera ? <Video aria-hidden /> : <VideoOff aria-hidden />}
					</RoundSwitch>
				</div>
			</div>
			<FailureAdvice media={media} kind="camera" />
			<FailureAdvice media={media} kind="mic" />
			<MicrophoneMeter media={media} />
			<DeviceSelect media={media} kind="camera" />
			<DeviceSelect media={media} kind="mic" />
			<DeviceSelect media={media} kind="speaker" />
			<div className="flex flex-wrap items-center gap-x-4 gap-y-3">
				<SpeakerTest media={media} />
				<NetworkCheck />
			</div>
		</div>
	);
}

interface RoundSwitchProps {
	on: boolean;
	label: string;
	onSwitch: () => void;
	children: ReactNode;
}

const RoundSwitch = ({ on, label, onSwitch, children }: RoundSwitchProps) => (
	<button
		type="button"
		aria-label={label}
		title={label}
		onClick={onSwitch}
		className={clsx(
			'grid size-12 place-items-center rounded-full border [&_svg]:size-5',
			on ? 'border-stage-line bg-stage-raised text-stage-ink' : 'bg-stage-danger border-transparent text-stage-ink',
		)}
	>
		{children}
	</button>
);
