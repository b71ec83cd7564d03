import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DeviceChoices } from '../session/devices.ts';
import type { LocalMedia } from '../session/LocalMedia.ts';

/** Chooses a device with the browser's own select, which a phone shows as its own wheel. Nothing with one device. */
export function DeviceSelect({ media, kind }: { media: LocalMedia; kind: keyof DeviceChoices }) {
	const { t } = useTranslation('join');
	const devices = useStore(media.store, (state) => state.available[kind]);
	const chosen = useStore(media.store, (state) => state.chosen[kind]);
	const inUse = useStore(media.store, (state) =>
		kind === 'speaker' ? undefined : state.tracks[kind]?.getSettings().deviceId,
	);
	if (devices.length < 2) return null;
	return (
		<label className="flex flex-col gap-1">
			<span className="text-small font-semibold">{t(`devices.kind.${kind}`)}</span>
			<span className="relative">
				<select
					value={inUse ?? chosen ?? devices[0]?.deviceId ?? ''}
					onChange={(event) => void media.choose(kind, event.target.value)}
					className="border-edge bg-surface rounded-box min-h-11 w-full appearance-none truncate border pr-10 pl-3"
				>
					{devices.map((device, index) => (
						<option key={device.deviceId} value={device.deviceId}>
							{device.label || t('devices.unnamed', { number: index + 1 })}
						</option>
					))}
				</select>
				<ChevronDown aria-hidden className="text-muted pointer-events-none absolute top-3 right-3 size-5" />
			</span>
		</label>
	);
}
