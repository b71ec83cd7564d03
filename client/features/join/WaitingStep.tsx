import { CalendarClock, MessageCircle, Mic, MicOff, Video, VideoOff, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Visit } from '../../../shared/contract/join.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { CameraPreview } from '../call/devices/CameraPreview.tsx';
import { FailureAdvice } from '../call/devices/FailureAdvice.tsx';
import type { CallSession } from '../call/session/CallSession.ts';
import { Screen } from './Screen.tsx';
import { useVisitTime } from './useVisitTime.ts';

/** Fourth step: the professional knows; what they write appears here. */
export function WaitingStep({ visit, session }: { visit: Visit; session: CallSession }) {
	const { t } = useTranslation('join');
	const { phase, online, waitingMessages } = useStore(session.store);
	const when = useVisitTime(visit);
	const name = visit.professionalName;
	return (
		<Screen
			clinic={visit.clinic.name}
			step={4}
			title={t(phase === 'waiting' ? 'waiting.title' : 'waiting.connecting', { name })}
		>
			<p className="text-muted flex items-center gap-2">
				<CalendarClock aria-hidden className="size-5 shrink-0" />
				{when.text}
			</p>
			<p className="text-title" role="status">
				{t('waiting.text', { name })}
			</p>
			{phase === 'waiting' && !online && (
				<p role="alert" className="bg-warn-soft rounded-box flex items-center gap-3 px-4 py-3">
					<WifiOff aria-hidden className="text-warn size-5 shrink-0" />
					{t('waiting.offline')}
				</p>
			)}
			<ul aria-live="assertive" className="flex flex-col gap-2 empty:hidden">
				{waitingMessages.map((message, index) => (
					// oxlint-disable-next-line react/no-array-index-key -- messages are only added, at the end
					<li key={index} className="bg-accent-soft animate-rise rounded-box flex gap-3 px-4 py-3">
						<MessageCircle aria-hidden className="text-accent mt-0.5 size-5 shrink-0" />
						<p className="min-w-0 wrap-break-word">
							<strong className="block font-semibold">{message.from}</strong>
							{message.text}
						</p>
					</li>
				))}
			</ul>
			<CameraPreview media={session.media} />
			<WaitingDevices session={session} />
			<FailureAdvice media={session.media} kind="camera" />
			<FailureAdvice media={session.media} kind="mic" />
			<button type="button" className={buttonStyle('quiet')} onClick={() => void session.leave()}>
				{t('waiting.leave')}
			</button>
		</Screen>
	);
}

function WaitingDevices({ session: { media } }: { session: CallSession }) {
	const { t } = useTranslation('join');
	const camera = useStore(media.store, (state) => Boolean(state.tracks.camera));
	const muted = useStore(media.store, (state) => state.micMuted || !state.tracks.mic);
	return (
		<div className="grid grid-cols-2 gap-3">
			<button type="button" className={buttonStyle('secondary')} onClick={() => media.setMicMuted(!muted)}>
				{muted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
				{t(muted ? 'devices.unmute' : 'devices.mute')}
			</button>
			<button type="button" className={buttonStyle('secondary')} onClick={() => void media.setCamera(!camera)}>
				{camera ? <Video aria-hidden /> : <VideoOff aria-hidden />}
				{t(camera ? 'devices.cameraOff' : 'devices.cameraOn')}
			</button>
		</div>
	);
}
