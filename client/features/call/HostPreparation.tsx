import { ArrowLeft, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { paths } from '../../lib/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { DeviceCheck } from './devices/DeviceCheck.tsx';
import { UnsupportedBrowser } from './devices/UnsupportedBrowser.tsx';
import { supportsFrameEncryption } from './e2ee/supportsFrameEncryption.ts';
import type { LocalMedia } from './session/LocalMedia.ts';

/** A last look at the own picture before the room opens; the devices are those of last time. */
export function HostPreparation({ media, onEnter }: { media: LocalMedia; onEnter: () => void }) {
	const { t } = useTranslation(['call', 'join']);
	const opening = useStore(media.store, (state) => state.opening);
	return (
		<main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col gap-5 px-5 py-8 sm:justify-center">
			<Link to={paths.today} className="text-muted hover:text-ink flex min-h-11 w-fit items-center gap-2 font-medium">
				<ArrowLeft aria-hidden className="size-5" />
				{t('call:page.back')}
			</Link>
			<h1 className="text-display font-semibold tracking-tight">{t('call:page.title')}</h1>
			<UnsupportedBrowser />
			<DeviceCheck media={media} />
			<Button
				variant="primary"
				size="large"
				icon={<Video aria-hidden />}
				isDisabled={opening || !supportsFrameEncryption()}
				onPress={onEnter}
			>
				{t(opening ? 'join:devices.opening' : 'call:page.enter')}
			</Button>
		</main>
	);
}
