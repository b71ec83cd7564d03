import { createStore } from 'zustand/vanilla';
import type { ErrorCode } from '../../../../shared/contract/errors.ts';
import type { Departure } from '../../../../shared/contract/signalling/notifications.ts';
import type { KeySuite } from '../../../../shared/contract/signalling/keys.ts';
import type { MediaSource, PeerInfo, Topology, WaitingPeer } from '../../../../shared/contract/signalling/peer.ts';
import type { GroupChange } from '../e2ee/groupChange.ts';
import type { ComparisonCode } from '../e2ee/group/comparisonCode.ts';
import type { Route } from '../e2ee/certificates/CertificateCheck.ts';
import type { CallQuality } from '../quality/QualityWatch.ts';

/** `waiting`: at the door. A lost socket is no phase of its own: `online` says it, and the stage stays. */
export type CallPhase = 'connecting' | 'waiting' | 'inCall' | 'over';

/** Why it is over: what the server said, or `failed` with the error that leaves no way on. */
export type CallEnd = { reason: Exclude<Departure, 'cancelled'> } | { reason: 'failed'; code: ErrorCode };

/** How media travels, as the badge says it; `null` until it flows. */
export type ConnectionKind = 'direct' | 'relayed' | 'groupServer';

/** What the panel beside the stage shows. */
export type Panel = 'tools' | 'chat' | 'people';

export type Streams = Partial<Record<MediaSource, MediaStream>>;

/** Another person in the call and what arrives from them. */
export interface RemotePeer extends PeerInfo {
	streams: Streams;
}

export type NoticeKind = 'joined' | 'left' | 'lost' | 'returned' | 'handRaised' | 'atDoor' | 'chat' | 'failed';

/** Something that happened, to be said aloud and shown for a moment. */
export interface Notice {
	id: number;
	kind: NoticeKind;
	name: string;
	/** With `failed`: what went wrong. */
	code?: ErrorCode;
	/** With `atDoor`: who; the notice goes when they no longer wait. */
	peerId?: string;
}

/**
 * End-to-end encryption as the badge says it. `starting`: nothing is sent or shown yet, as there are no keys.
 * `broken`: there will be none without doing something.
 */
export interface EncryptionState {
	state: 'starting' | 'on' | 'broken';
	/** Works out what people compare: five groups of five digits, the same for all in the group. */
	code: ComparisonCode | null;
	/** Everybody who has the keys, ourselves included, by the names that the keys are bound to. */
	members: readonly { peerId: string; name: string }[];
	/** The last few changes of the keys, oldest first. */
	changes: readonly GroupChange[];
	/** Whether the direct path ends at the other person's device. */
	route: Route;
	/** What the keys are made of. */
	suite: KeySuite;
	/** A host has ordered that sound and picture are not encrypted from end to end any more. */
	lowered: boolean;
	/** Peer ids of those who said that theirs are not. In a call that was not lowered they are neither seen nor heard. */
	unencrypted: readonly string[];
}

export interface ChatMessage {
	/** For this page alone. */
	id: string;
	/** The writer's name, as their keys say it. */
	name: string;
	own: boolean;
	text: string;
	/** ISO 8601, by this device's clock. */
	sentAt: string;
}

export interface CallState {
	phase: CallPhase;
	/** False while the socket is lost; media may go on. */
	online: boolean;
	end: CallEnd | null;
	appointmentId: string | null;
	title: string;
	/** When the call began, ISO 8601; `null` before it is entered. */
	startedAt: string | null;
	self: PeerInfo | null;
	/** The others, in order of arrival. */
	peers: readonly RemotePeer[];
	topology: Topology;
	connection: ConnectionKind | null;
	encryption: EncryptionState;
	/** Null until it was measured. */
	quality: CallQuality | null;
	chat: readonly ChatMessage[];
	unreadChat: number;
	/** Peer ids, loudest first. */
	activeSpeakers: readonly string[];
	/** Hosts: who is at the door. */
	waiting: readonly WaitingPeer[];
	/** Waiting peers: what the professional wrote to them. */
	waitingMessages: readonly { text: string; from: string }[];
	view: 'speaker' | 'grid';
	pinnedPeerId: string | null;
	panel: Panel | null;
	notices: readonly Notice[];
}

const idleTopology: Topology = { mode: 'idle', epoch: 0, politePeerId: null };

export const initialCallState: CallState = {
	phase: 'connecting',
	online: false,
	end: null,
	appointmentId: null,
	title: '',
	startedAt: null,
	self: null,
	peers: [],
	topology: idleTopology,
	connection: null,
	encryption: {
		...{ state: 'starting', code: null, members: [], changes: [] },
		...{ route: 'unknown', suite: 'postQuantum', lowered: false, unencrypted: [] },
	},
	quality: null,
	chat: [],
	unreadChat: 0,
	activeSpeakers: [],
	waiting: [],
	waitingMessages: [],
	view: 'speaker',
	pinnedPeerId: null,
	panel: null,
	notices: [],
};

/** The one store of a call. Only its CallSession writes it; components select from it. */
export const createCallStore = () => createStore<CallState>(() => initialCallState);
export type CallStore = ReturnType<typeof createCallStore>;
