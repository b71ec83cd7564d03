import clsx from 'clsx';
import { Hand, MicOff, Pin, WifiOff } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerInfo } from '../../../../shared/contract/signalling/peer.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { VideoView } from '../devices/VideoView.tsx';
import { useCall } from './callContext.ts';
import type { TileId } from './arrangement.ts';
import { QualityMark } from './QualityMark.tsx';
import { useShownHeight } from './useShownHeight.ts';

interface TileProps {
	id: TileId;
	peer: PeerInfo;
	stream: MediaStream | null;
	/** Our own camera is shown as in a mirror. */
	isSelf?: boolean;
	className?: string;
	children?: ReactNode;
}

/** One picture, or the person's initials, with name and marks at the lower left. */
export function Tile({ id, peer, stream, isSelf = false, className, children }: TileProps) {
	const { t } = useTranslation('call');
	const frame = useRef<HTMLElement>(null);
	const isScreen = id.source === 'screen';
	const on = isScreen ? peer.media.screen : peer.media.camera;
	const speaking = useCall((state) => !isScreen && state.activeSpeakers[0] === peer.peerId);
	useShownHeight(frame, isSelf ? null : id, on);
	const label = isSelf ? t('tile.self') : isScreen ? t('tile.screenOf', { name: peer.name }) : peer.name;
	return (
		<figure
			ref={frame}
			data-peer={peer.peerId}
			data-source={id.source}
			data-self={isSelf || undefined}
			className={clsx(
				'bg-stage-raised rounded-box relative grid place-items-center overflow-hidden border-2',
				speaking ? 'border-stage-speaking' : 'border-transparent',
				className,
			)}
		>
			{on && stream ? (
				<VideoView
					stream={stream}
					aria-label={label}
					className={clsx(
						'absolute inset-0 size-full',
						isScreen ? 'object-contain' : 'object-cover',
						isSelf && !isScreen && '-scale-x-100',
					)}
				/>
			) : (
				<Avatar name={peer.name} size="large" />
			)}
			<figcaption className="text-stage-ink absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-1.5 rounded-inner bg-stage/75 px-2 py-1 text-small font-medium">
				{!isScreen && <Marks peer={peer} />}
				<span className="truncate">{label}</span>
			</figcaption>
			{children}
		</figure>
	);
}

function Marks({ peer }: { peer: PeerInfo }) {
	const { t } = useTranslation('call');
	const pinned = useCall((state) => state.pinnedPeerId === peer.peerId);
	return (
		<>
			{peer.handRaised && <Mark icon={<Hand />} label={t('tile.hand')} />}
			{!peer.media.mic && <Mark icon={<MicOff />} label={t('tile.muted')} />}
			{!peer.connected && <Mark icon={<WifiOff />} label={t('tile.away')} />}
			<QualityMark peerId={peer.peerId} />
			{pinned && <Mark icon={<Pin />} label={t('tile.pinned')} />}
		</>
	);
}

const Mark = ({ icon, label }: { icon: ReactNode; label: string }) => (
	<span role="img" aria-label={label} title={label} className="[&_svg]:size-4">
		{icon}
	</span>
);
