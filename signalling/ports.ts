import type { Departure } from '../shared/contract/signalling/notifications.ts';
import type { EncryptionState } from '../shared/contract/signalling/activity.ts';
import type { ConsumerInfo, IceServer } from '../shared/contract/signalling/peer.ts';
import type { QualitySummary } from '../shared/contract/signalling/quality.ts';
import type { CallRequestData, CallResponse } from '../shared/contract/signalling/requests.ts';

/** Who comes through the door, as proven by the ticket in the socket's handshake. */
export type CallTicket = {
	appointmentId: string;
	clinicId: string;
	/** The professional whose visit it is: whose workstation shows the queue. */
	professionalId: string;
	/** What this session is, for the head of the call. */
	title: string;
	name: string;
	/** The clinic hides network addresses: on the direct path media goes over TURN servers alone. */
	relayOnly: boolean;
} & ({ role: 'host'; memberId: string } | { role: 'attendee'; attendeeId: string });

export interface WorkstationTicket {
	memberId: string;
	clinicId: string;
}

/**
 * What the server once said of a peer, and signed: a server that knows nothing of them takes it as proof. It opens
 * nothing by itself, as whoever shows it needs a ticket of the same person too, unless nobody can have one
 * (`callTicketOf`).
 */
export interface PeerRecord {
	appointmentId: string;
	/** @see personOf */
	person: string;
	peerId: string;
	/** Counts the pages of this peer: one that was loaded again is the next one. */
	page: number;
	/** Since when they wait, or are here; ISO 8601 like the times below. */
	since: string;
	/** When they were let in; `null` while they wait. */
	admittedAt: string | null;
	/** When the call began. */
	startedAt: string;
	/** The epoch of the call's path at that time. */
	pathEpoch: number;
}

/** One page that a peer has or had; it measures from its own beginning. */
export type PageOfPeer = Pick<PeerRecord, 'peerId' | 'page'>;

/** Somebody's stay in a call, as this server has seen it so far. */
export interface CallStay {
	id: string;
	person: CallTicket;
	/** The same for the stays of one peer at servers that followed each other. */
	peerId: string;
	joinedAt: Date;
	/** They were in the call before, at an earlier server. */
	goesOn: boolean;
	/** Null while they are there. */
	left: { at: Date; departure: Departure } | null;
	/** When they were last known to be there. */
	seenAt: Date;
}

/** From then on a call takes another way, or is encrypted in another way, of which only a host's device can tell. */
export type CallChange = { id: string; appointmentId: string; clinicId: string; at: Date } & (
	| { kind: CallWay; toldBy: null }
	| { kind: EncryptionState; toldBy: string }
);
/** The way of media as a server knows it; `alone`: there is nobody to talk to. */
export type CallWay = 'alone' | 'direct' | 'relayed' | 'groupServer';

/** What signalling asks of the backend. The backend's side of it is wired in server/main.ts. */
export interface CallBackend {
	/** @throws SamtalError `UNAUTHENTICATED` for a ticket that is forged, expired or of another kind. */
	readCallTicket(ticket: string): CallTicket;
	readWorkstationTicket(ticket: string): WorkstationTicket;
	/** Whether whoever is known can have a ticket now; not while the database is away. */
	givesTickets(): Promise<boolean>;
	/** Signs it for about as long as a visit can last. */
	signPeerRecord(record: PeerRecord): string;
	/** @throws SamtalError for a token that is forged, expired or of another kind. */
	readPeerRecord(token: string): PeerRecord;
	/** Whether an attendee who was let in then has not been removed since, and the call has not been ended. */
	isStillAdmitted(attendeeId: string, admittedAt: Date): Promise<boolean>;
	/** The host sent this attendee out of the call or away from its door. */
	attendeeRemoved(attendeeId: string): Promise<void>;
	/** The first attendee was admitted. */
	callStarted(appointmentId: string): Promise<void>;
	/** The host ended the call for all. */
	callEnded(appointmentId: string): Promise<void>;
	/** All that this page has measured so far; what it reported before is part of it. */
	qualityReported(reporter: CallTicket, page: PageOfPeer, summary: QualitySummary): Promise<void>;
	/**
	 * Keeps what happened in calls. What is told again takes the place of what was told before, unless that was the end.
	 * Rejects while nothing can be kept.
	 */
	callActivity(stays: readonly CallStay[], changes: readonly CallChange[]): Promise<void>;
	/** For one person: short-lived TURN credentials. */
	iceServers(peerId: string): IceServer[];
}

/** The media server, as signalling needs it; sfu/ fulfils it. */
export interface MediaServer {
	createRoom(): Promise<MediaRoom>;
}

/** One call's media. It closes with the call, or when it goes back to the direct path. */
export interface MediaRoom {
	/** Makes the peer's transports. It sends and receives nothing before `letIn`. */
	openPeer(peerId: string): Promise<CallResponse<'openMedia'>>;
	canReceive(peerId: string, data: CallRequestData<'canReceive'>): void;
	/** The peer takes part: it gets a consumer of all that the others produce, now and later. */
	letIn(peerId: string): Promise<void>;
	/** Closes everything of this peer. */
	closePeer(peerId: string): void;
	connectTransport(peerId: string, data: CallRequestData<'connectTransport'>): Promise<void>;
	restartIce(peerId: string, data: CallRequestData<'restartIce'>): Promise<CallResponse<'restartIce'>>;
	produce(peerId: string, data: CallRequestData<'produce'>): Promise<CallResponse<'produce'>>;
	pauseProducer(peerId: string, data: CallRequestData<'pauseProducer'>): Promise<void>;
	closeProducer(peerId: string, data: CallRequestData<'closeProducer'>): void;
	pauseConsumers(peerId: string, data: CallRequestData<'pauseConsumers'>): Promise<void>;
	setPreferredLayers(peerId: string, data: CallRequestData<'setPreferredLayers'>): Promise<void>;
	/** All that this peer was told to receive. */
	consumersOf(peerId: string): ConsumerInfo[];
	/** How much of each picture of this peer anybody watches. */
	layersWantedFrom(peerId: string): LayersWanted[];
	on<E extends keyof MediaRoomEvents>(event: E, listener: (...args: MediaRoomEvents[E]) => void): void;
	close(): void;
}

export interface LayersWanted {
	/** Whose producer it is. */
	peerId: string;
	producerId: string;
	/** The highest simulcast layer that is watched. */
	spatialLayer: number;
}

export interface MediaRoomEvents {
	consumersAdded: [added: { peerId: string; consumers: ConsumerInfo[] }];
	producerClosed: [closed: { peerId: string; producerId: string }];
	/** Told to the producer's own peer, so that it encodes no more than that. */
	layersWanted: [wanted: LayersWanted];
	/** Peer ids, loudest first. */
	activeSpeakers: [peerIds: string[]];
	/** The worker died; the room has to be built anew. */
	died: [];
}

/** Structured log; pino fulfils it. Fields hold ids and codes only. */
export interface Log {
	info(fields: Record<string, unknown>, message: string): void;
	warn(fields: Record<string, unknown>, message: string): void;
	error(fields: Record<string, unknown>, message: string): void;
}

/** Runs `run` once after `ms` milliseconds, unless the returned function is called before. */
export type Schedule = (ms: number, run: () => void) => () => void;
