import type { IceServer, ProducerInfo } from '../shared/contract/signalling/peer.ts';
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
} & ({ role: 'host'; memberId: string } | { role: 'attendee'; attendeeId: string });

export interface WorkstationTicket {
	memberId: string;
	clinicId: string;
}

/** What signalling asks of the backend. The backend's side of it is wired in server/main.ts. */
export interface CallBackend {
	/** @throws SamtalError `UNAUTHENTICATED` for a ticket that is forged, expired or of another kind. */
	readCallTicket(ticket: string): CallTicket;
	readWorkstationTicket(ticket: string): WorkstationTicket;
	/** The first attendee was admitted. */
	callStarted(appointmentId: string): Promise<void>;
	/** The host ended the call for all. */
	callEnded(appointmentId: string): Promise<void>;
	/** For one person: short-lived TURN credentials. */
	iceServers(peerId: string): IceServer[];
}

/** The media server, as signalling needs it; sfu/ fulfils it. */
export interface MediaServer {
	createRoom(): Promise<MediaRoom>;
}

/** One call's media. It closes with the call, or when it goes back to the direct path. */
export interface MediaRoom {
	openPeer(peerId: string): Promise<Pick<CallResponse<'openMedia'>, 'rtpCapabilities' | 'send' | 'receive'>>;
	/** Closes everything of this peer. */
	closePeer(peerId: string): void;
	connectTransport(peerId: string, data: CallRequestData<'connectTransport'>): Promise<void>;
	restartIce(peerId: string, data: CallRequestData<'restartIce'>): Promise<CallResponse<'restartIce'>>;
	produce(peerId: string, data: CallRequestData<'produce'>): Promise<CallResponse<'produce'>>;
	pauseProducer(peerId: string, data: CallRequestData<'pauseProducer'>): Promise<void>;
	closeProducer(peerId: string, data: CallRequestData<'closeProducer'>): void;
	consume(peerId: string, data: CallRequestData<'consume'>): Promise<CallResponse<'consume'>>;
	pauseConsumer(peerId: string, data: CallRequestData<'pauseConsumer'>): Promise<void>;
	setPreferredLayers(peerId: string, data: CallRequestData<'setPreferredLayers'>): Promise<void>;
	/** What the others produce; a peer's own producers are left out. */
	producersFor(peerId: string): ProducerInfo[];
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
	producerAdded: [producer: ProducerInfo];
	producerChanged: [producer: ProducerInfo];
	producerClosed: [producer: ProducerInfo];
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
