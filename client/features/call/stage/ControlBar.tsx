import { PhoneOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BarButton } from './BarButton.tsx';
import {
	CameraButton,
	ChatButton,
	HandButton,
	MicrophoneButton,
	PeopleButton,
	ShareButton,
	ToolsButton,
} from './barButtons.tsx';
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
	return (
		<nav
			aria-label={t('bar.label')}
			className="grid grid-cols-[1fr_auto] items-start gap-3 px-3 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:grid-cols-[1fr_auto_1fr]"
		>
			<div className="hidden lg:block" />
			<div className="flex items-start justify-start gap-2 lg:justify-center lg:gap-3">
				<div className="flex">
					<MicrophoneButton actions={actions} />
					<DeviceMenu label={t('bar.microphones')} kinds={['mic', 'speaker']} />
				</div>
				<div className="flex">
					<CameraButton actions={actions} />
					<DeviceMenu label={t('bar.cameras')} kinds={['camera']} />
				</div>
				{canShareScreen() && <ShareButton actions={actions} />}
				<HandButton actions={actions} />
				<ToolsButton actions={actions} />
				<ChatButton actions={actions} />
				<PeopleButton actions={actions} />
				<MoreMenu actions={actions} onShortcuts={onShortcuts} />
			</div>
			<div className="flex justify-end">
				<BarButton icon={<PhoneOff aria-hidden />} label={t('bar.leave')} look="leave" onPress={onLeave} />
			</div>
		</nav>
	);
}
