import {
	Hand,
	LayoutGrid,
	MessageSquare,
	Mic,
	MicOff,
	ScreenShare,
	ScreenShareOff,
	Users,
	Video,
	VideoOff,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BarButton } from './BarButton.tsx';
import { useCall, useMedia } from './callContext.ts';
import type { CallActions } from './useCallActions.ts';

// Each reads its own part of the call: when somebody comes, only the number of people is drawn anew.

interface Props {
	actions: CallActions;
}

export function MicrophoneButton({ actions }: Props) {
	const { t } = useTranslation('call');
	const on = useMedia((state) => Boolean(state.tracks.mic) && !state.micMuted);
	return (
		<BarButton
			icon={on ? <Mic aria-hidden /> : <MicOff aria-hidden />}
			label={t(on ? 'bar.mute' : 'bar.unmute')}
			look={on ? 'plain' : 'off'}
			onPress={actions.toggleMicrophone}
		/>
	);
}

export function CameraButton({ actions }: Props) {
	const { t } = useTranslation('call');
	const on = useMedia((state) => Boolean(state.tracks.camera));
	return (
		<BarButton
			icon={on ? <Video aria-hidden /> : <VideoOff aria-hidden />}
			label={t(on ? 'bar.cameraOff' : 'bar.cameraOn')}
			look={on ? 'plain' : 'off'}
			onPress={actions.toggleCamera}
		/>
	);
}

export function ShareButton({ actions }: Props) {
	const { t } = useTranslation('call');
	const sharing = useMedia((state) => Boolean(state.tracks.screen));
	return (
		<BarButton
			className="max-sm:hidden"
			icon={sharing ? <ScreenShareOff aria-hidden /> : <ScreenShare aria-hidden />}
			label={t(sharing ? 'bar.stopSharing' : 'bar.share')}
			look={sharing ? 'on' : 'plain'}
			onPress={actions.toggleShare}
		/>
	);
}

export function HandButton({ actions }: Props) {
	const { t } = useTranslation('call');
	const raised = useCall((state) => state.self?.handRaised ?? false);
	return (
		<BarButton
			className="max-sm:hidden"
			icon={<Hand aria-hidden />}
			label={t(raised ? 'bar.lowerHand' : 'bar.raiseHand')}
			look={raised ? 'on' : 'plain'}
			onPress={actions.toggleHand}
		/>
	);
}

export function ToolsButton({ actions }: Props) {
	const { t } = useTranslation('call');
	const open = useCall((state) => state.panel === 'tools');
	return (
		<BarButton
			icon={<LayoutGrid aria-hidden />}
			label={t('panel.tools')}
			look={open ? 'on' : 'plain'}
			aria-expanded={open}
			onPress={() => actions.togglePanel('tools')}
		/>
	);
}

export function ChatButton({ actions }: Props) {
	const { t } = useTranslation('call');
	const open = useCall((state) => state.panel === 'chat');
	const unread = useCall((state) => state.unreadChat);
	return (
		<BarButton
			icon={<MessageSquare aria-hidden />}
			word={t('panel.chat')}
			label={unread > 0 ? t('bar.unread', { count: unread }) : t('panel.chat')}
			look={open ? 'on' : 'plain'}
			mark={unread > 0 ? String(unread) : undefined}
			aria-expanded={open}
			onPress={() => actions.togglePanel('chat')}
		/>
	);
}

export function PeopleButton({ actions }: Props) {
	const { t } = useTranslation('call');
	const open = useCall((state) => state.panel === 'people');
	const waiting = useCall((state) => state.waiting.length);
	const people = useCall((state) => state.peers.length + 1);
	return (
		<BarButton
			className="max-sm:hidden"
			icon={<Users aria-hidden />}
			word={t('panel.people')}
			label={waiting > 0 ? t('bar.atDoor', { count: waiting }) : t('bar.people', { count: people })}
			look={open ? 'on' : 'plain'}
			mark={waiting > 0 ? String(waiting) : undefined}
			aria-expanded={open}
			onPress={() => actions.togglePanel('people')}
		/>
	);
}
