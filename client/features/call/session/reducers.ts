import type { MediaSource, PeerInfo, RoomSnapshot, WaitingPeer } from '../../../../shared/contract/signalling/peer.ts';
import type { CallState, ChatMessage, Notice, NoticeKind, RemotePeer } from './state.ts';

/** What a message from the server does to the state: pure, so that order and repetition can be tested. */
type Change = Partial<CallState>;

const keptNotices = 4;

/** Enters the room, or returns to it: streams that already arrive stay with their peers. */
export function enterRoom(state: CallState, room: RoomSnapshot, selfId: string): Change {
	const known = new Map(state.peers.map((peer) => [peer.peerId, peer]));
	const others = room.peers
		.filter((peer) => peer.peerId !== selfId)
		.map((peer) => ({ ...peer, streams: known.get(peer.peerId)?.streams ?? {} }));
	const here = [...others, ...awaitedOf(state, room)];
	return {
		phase: 'inCall',
		appointmentId: room.appointmentId,
		title: room.title,
		startedAt: room.startedAt,
		self: room.peers.find((peer) => peer.peerId === selfId) ?? state.self,
		peers: inKnownOrder(state, here),
		topology: room.topology,
	};
}

/** Who was here before the server was started anew and may still come back: as somebody who is away. */
const awaitedOf = (state: CallState, { awaited }: RoomSnapshot): RemotePeer[] =>
	state.peers.filter(({ peerId }) => awaited.includes(peerId)).map((peer) => ({ ...peer, connected: false }));

/** Tiles stay where they were, whoever came back first; the rest follow in order of arrival. */
const inKnownOrder = ({ peers }: CallState, here: readonly RemotePeer[]): RemotePeer[] => [
	...peers.flatMap(({ peerId }) => here.filter((peer) => peer.peerId === peerId)),
	...here.filter(({ peerId }) => !peers.some((known) => known.peerId === peerId)),
];

/** Somebody came in. Said twice of one peer, the second word counts. */
export function peerJoined(state: CallState, peer: PeerInfo): Change {
	if (peer.peerId === state.self?.peerId) return { self: peer };
	if (state.peers.some((known) => known.peerId === peer.peerId)) return peerChanged(state, peer);
	return { peers: [...state.peers, { ...peer, streams: {} }], notices: withNotice(state, 'joined', peer.name) };
}

/** A peer's devices, hand or connection changed. */
export function peerChanged(state: CallState, peer: PeerInfo): Change {
	if (peer.peerId === state.self?.peerId) return { self: peer };
	const before = state.peers.find((known) => known.peerId === peer.peerId);
	if (!before) return {};
	const kind = changeWorthSaying(before, peer);
	return {
		peers: state.peers.map((known) => (known.peerId === peer.peerId ? { ...peer, streams: known.streams } : known)),
		...(kind && { notices: withNotice(state, kind, peer.name) }),
	};
}

export function peerLeft(state: CallState, peerId: string): Change {
	const gone = state.peers.find((peer) => peer.peerId === peerId);
	if (!gone) return {};
	return {
		peers: state.peers.filter((peer) => peer.peerId !== peerId),
		activeSpeakers: state.activeSpeakers.filter((id) => id !== peerId),
		pinnedPeerId: state.pinnedPeerId === peerId ? null : state.pinnedPeerId,
		notices: withNotice(state, 'left', gone.name),
	};
}

/** Puts what arrives from a peer in its place; `null` takes it away. */
export function remoteStream(
	state: CallState,
	peerId: string,
	source: MediaSource,
	stream: MediaStream | null,
): Change {
	return {
		peers: state.peers.map((peer) => {
			if (peer.peerId !== peerId) return peer;
			const { [source]: _, ...others } = peer.streams;
			return { ...peer, streams: stream ? { ...others, [source]: stream } : others };
		}),
	};
}

/** Who is at the door. Each person who was not there before is announced; who no longer waits needs no notice. */
export function waitingChanged(state: CallState, waiting: readonly WaitingPeer[]): Change {
	const known = new Set(state.waiting.map((peer) => peer.peerId));
	const still = new Set(waiting.map((peer) => peer.peerId));
	const arrived = waiting.filter((peer) => !known.has(peer.peerId));
	const kept = state.notices.filter(({ peerId }) => peerId === undefined || still.has(peerId));
	return {
		waiting,
		notices: arrived.reduce((notices, { name, peerId }) => withNotice({ notices }, 'atDoor', name, { peerId }), kept),
	};
}

/** Something was written; it is unread unless it is our own or the chat is open. */
export function chatSaid(state: CallState, message: ChatMessage): Change {
	const silent = state.panel === 'chat' || message.own;
	return {
		chat: [...state.chat, message],
		...(!silent && { unreadChat: state.unreadChat + 1, notices: withNotice(state, 'chat', message.name) }),
	};
}

/** The last few notices with one more. */
export function withNotice(
	{ notices }: Pick<CallState, 'notices'>,
	kind: NoticeKind,
	name: string,
	details: Pick<Notice, 'code' | 'peerId'> = {},
): Notice[] {
	const id = (notices.at(-1)?.id ?? 0) + 1;
	return [...notices, { id, kind, name, ...details }].slice(-keptNotices);
}

function changeWorthSaying(before: RemotePeer, after: PeerInfo): NoticeKind | null {
	if (before.connected && !after.connected) return 'lost';
	if (!before.connected && after.connected) return 'returned';
	if (!before.handRaised && after.handRaised) return 'handRaised';
	return null;
}
