import clsx from 'clsx';
import { Mic } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LocalMedia } from '../session/LocalMedia.ts';
import { watchLevel } from './level.ts';

const bars = 16;
/** Louder than a quiet room. */
const heardAt = 0.35;

/** Shows that the microphone hears, and says so once it did. */
export function MicrophoneMeter({ media }: { media: LocalMedia }) {
	const { t } = useTranslation('join');
	const track = useStore(media.store, (state) => state.tracks.mic);
	const [level, setLevel] = useState(0);
	const [heard, setHeard] = useState(false);
	useEffect(() => {
		if (!track) return undefined;
		return watchLevel(track, (now) => {
			setLevel(now);
			if (now > heardAt) setHeard(true);
		});
	}, [track]);
	if (!track) return null;
	return (
		<div className="flex flex-col gap-1.5">
			<div className="flex items-center gap-3">
				<Mic aria-hidden className="text-muted size-5 shrink-0" />
				<div aria-hidden className="flex h-4 flex-1 items-stretch gap-1">
					{Array.from({ length: bars }, (_, bar) => (
						<span key={bar} className={clsx('flex-1 rounded-full', level * bars > bar ? 'bg-accent' : 'bg-sunken')} />
					))}
				</div>
			</div>
			<p role="status" className="text-small text-muted">
				{t(heard ? 'devices.heard' : 'devices.saySomething')}
			</p>
		</div>
	);
}
