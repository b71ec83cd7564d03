import { Hand, MicOff, Pin, PinOff, UserX, VideoOff, WifiOff } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerInfo } from '../../../../shared/contract/signalling/peer.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useCall, useSession } from './callContext.ts';
import { InviteGuest } from './InviteGuest.tsx';
import { WaitingQueue } from './WaitingQueue.tsx';

/** Who is at the door and who is in; for hosts with what they may do about it. */
export function PeoplePanel() {
	const { t } = useTranslation('call');
	const self = useCall((state) => state.self);
	const peers = useCall((state) => state.peers);
	const isHost = self?.role === 'host';
	return (
		<div className="flex flex-col gap-6 p-4">
			{isHost && <WaitingQueue />}
			<section aria-labelledby="people-in-call">
				<h3 id="people-in-call" className="text-muted mb-1 text-small font-semibold">
					{t('people.inCall', { count: peers.length + 1 })}
				</h3>
				<ul className="divide-line divide-y">
					{self && <Person peer={self} isSelf />}
					{peers.map((peer) => (
						<Person key={peer.peerId} peer={peer} />
					))}
				</ul>
			</section>
			{isHost && <InviteGuest />}
		</div>
	);
}

/** Drawn anew when something of this person changes. */
const Person = memo(function Person({ peer, isSelf = false }: { peer: PeerInfo; isSelf?: boolean }) {
	const { t } = useTranslation('call');
	return (
		<li className="flex min-h-14 items-center gap-3 py-1.5">
			<Avatar name={peer.name} size="small" />
			<div className="min-w-0 flex-1">
				<p className="truncate font-medium">{isSelf ? t('people.you', { name: peer.name }) : peer.name}</p>
				<p className="text-muted text-small">{t(`people.role.${peer.role}`)}</p>
			</div>
			<span className="text-muted flex gap-1.5 [&_svg]:size-4.5">
				{peer.handRaised && <Hand role="img" aria-label={t('tile.hand')} />}
				{!peer.media.mic && <MicOff role="img" aria-label={t('tile.muted')} />}
				{!peer.media.camera && <VideoOff role="img" aria-label={t('tile.cameraOff')} />}
				{!peer.connected && <WifiOff role="img" aria-label={t('tile.away')} />}
			</span>
			{!isSelf && <PersonActions peer={peer} />}
		</li>
	);
});

function PersonActions({ peer }: { peer: PeerInfo }) {
	const { t } = useTranslation('call');
	const session = useSession();
	const pinned = useCall((state) => state.pinnedPeerId === peer.peerId);
	const isGroup = useCall((state) => state.peers.length > 1);
	const mayRemove = useCall((state) => state.self?.role === 'host') && peer.role === 'attendee';
	return (
		<span className="flex">
			{isGroup && (
				<IconButton
					label={t(pinned ? 'people.unpin' : 'people.pin', { name: peer.name })}
					onPress={() => session.view.pin(pinned ? null : peer.peerId)}
				>
					{pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
				</IconButton>
			)}
			{mayRemove && (
				<IconButton
					label={t('people.remove', { name: peer.name })}
					className="!text-danger"
					onPress={() => void session.removePeer(peer.peerId)}
				>
					<UserX aria-hidden />
				</IconButton>
			)}
		</span>
	);
}
