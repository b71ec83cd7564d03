import { ChevronUp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Menu, MenuChoice } from '../../../ui/Menu.tsx';
import type { DeviceChoices } from '../session/devices.ts';
import { useMedia, useSession } from './callContext.ts';

interface DeviceMenuProps {
	label: string;
	kinds: readonly (keyof DeviceChoices)[];
}

/** The little menu beside a device's button: which one is used. */
export function DeviceMenu({ label, kinds }: DeviceMenuProps) {
	return (
		<Menu
			label={label}
			trigger={
				<Button
					aria-label={label}
					className="text-stage-ink bg-stage-raised hover:bg-stage-line -ml-2.5 hidden h-12 w-7 place-items-center rounded-r-box pl-1 sm:grid"
				>
					<ChevronUp aria-hidden className="size-4" />
				</Button>
			}
		>
			{kinds.map((kind) => (
				<DeviceChoice key={kind} kind={kind} />
			))}
		</Menu>
	);
}

function DeviceChoice({ kind }: { kind: keyof DeviceChoices }) {
	const { t } = useTranslation('call');
	const { media } = useSession();
	const devices = useMedia((state) => state.available[kind]);
	const chosen = useMedia((state) => state.chosen[kind]);
	const inUse = useMedia((state) => (kind === 'speaker' ? undefined : state.tracks[kind]?.getSettings().deviceId));
	return (
		<MenuChoice
			title={t(`device.${kind}`)}
			options={devices.map((device, index) => ({
				value: device.deviceId,
				label: device.label || t('device.unnamed', { number: index + 1 }),
			}))}
			value={inUse ?? chosen ?? devices[0]?.deviceId ?? ''}
			onChange={(deviceId) => void media.choose(kind, deviceId)}
		/>
	);
}
