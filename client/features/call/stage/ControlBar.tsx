import {
	Hand,
	LayoutGrid,
	MessageSquare,
	Mic,
	MicOff,
	PhoneOff,
	ScreenShare,
	ScreenShareOff,
	Users,
	Video,
	VideoOff,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BarButton } from './BarButton.tsx';
import { useCall, useMedia } from './callContext.ts';
import { DeviceMenu } from './DeviceMenu.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import type { CallActions } from './useCallActions.ts';

interface ControlBarProps {
	actions: CallActions;
	onLeave: () => void;
	onShortcuts: () => void;
}

/** A phone cannot share its screen; there the browsers leave the function out. */
const canShareScreen = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {});

/** The bar at the lower edge. On a phone five buttons stay, the others move into the menu. */
export function ControlBar({ actions, onLeave, onShortcuts }: ControlBarProps) {
	const { t } = useTranslation('call');
	const micOn = useMedia((state) => Boolean(state.tracks.mic) && !state.micMuted);
	const cameraOn = useMedia((state) => Boolean(state.tracks.camera));
	const sharing = useMedia((state) => Boolean(state.tracks.screen));
	const handRaised = useCall((state) => state.self?.handRaised ?? false);
	const panel = useCall((state) => state.panel);
	const unread = useCall((state) => state.unreadChat);
	const waiting = useCall((state) => state.waiting.length);
	const people = useCall((state) => state.peers.length + 1);
	return (
		<nav
			aria-label={t('bar.label')}
			className="grid grid-cols-[1fr_auto] items-start gap-3 px-3 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:grid-cols-[1fr_auto_1fr]"
		>
			<div className="hidden lg:block" />
			<div className="flex items-start justify-start gap-2 lg:justify-center lg:gap-3">
				<div className="flex">
					<BarButton
						icon={micOn ? <Mic aria-hidden /> : <MicOff aria-hidden />}
						label={t(micOn ? 'bar.mute' : 'bar.unmute')}
						look={micOn ? 'plain' : 'off'}
						onPress={actions.toggleMicrophone}
					/>
					<DeviceMenu label={t('bar.microphones')} kinds={['mic', 'speaker']} />
				</div>
				<div className="flex">
					<BarButton
						icon={cameraOn ? <Video aria-hidden /> : <VideoOff aria-hidden />}
						label={t(cameraOn ? 'bar.cameraOff' : 'bar.cameraOn')}
						look={cameraOn ? 'plain' : 'off'}
						onPress={actions.toggleCamera}
					/>
					<DeviceMenu label={t('bar.cameras')} kinds={['camera']} />
				</div>
				{canShareScreen() && (
					<BarButton
						className="max-sm:hidden"
						icon={sharing ? <ScreenShareOff aria-hidden /> : <ScreenShare aria-hidden />}
						label={t(sharing ? 'bar.stopSharing' : 'bar.share')}
						look={sharing ? 'on' : 'plain'}
						onPress={actions.toggleShare}
					/>
				)}
				<BarButton
					className="max-sm:hidden"
					icon={<Hand aria-hidden />}
					label={t(handRaised ? 'bar.lowerHand' : 'bar.raiseHand')}
					look={handRaised ? 'on' : 'plain'}
					onPress={actions.toggleHand}
				/>
				<BarButton
					icon={<LayoutGrid aria-hidden />}
					label={t('panel.tools')}
					look={panel === 'tools' ? 'on' : 'plain'}
					aria-expanded={panel === 'tools'}
					onPress={() => actions.togglePanel('tools')}
				/>
				<BarButton
					icon={<MessageSquare aria-hidden />}
					word={t('panel.chat')}
					label={unread > 0 ? t('bar.unread', { count: unread }) : t('panel.chat')}
					look={panel === 'chat' ? 'on' : 'plain'}
					mark={unread > 0 ? String(unread) : undefined}
					aria-expanded={panel === 'chat'}
					onPress={() => actions.togglePanel('chat')}
				/>
				<BarButton
					className="max-sm:hidden"
					icon={<Users aria-hidden />}
					word={t('panel.people')}
					label={waiting > 0 ? t('bar.atDoor', { count: waiting }) : t('bar.people', { count: people })}
					look={panel === 'people' ? 'on' : 'plain'}
					mark={waiting > 0 ? String(waiting) : undefined}
					aria-expanded={panel === 'people'}
					onPress={() => actions.togglePanel('people')}
				/>
				<MoreMenu actions={actions} onShortcuts={onShortcuts} />
			</div>
			<div className="flex justify-end">
				<BarButton icon={<PhoneOff aria-hidden />} label={t('bar.leave')} look="leave" onPress={onLeave} />
			</div>
		</nav>
	);
}
