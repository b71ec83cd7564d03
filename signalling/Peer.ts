import type { CallNotification, CallNotificationName } from '../shared/contract/signalling/notifications.ts';
import type { MediaState, PeerInfo, WaitingPeer } from '../shared/contract/signalling/peer.ts';
import type { CallRequestName } from '../shared/contract/signalling/requests.ts';
import type { Capability, Handler } from './capabilities/capability.ts';
import type { CallTicket } from './ports.ts';

/** The socket that a peer speaks through at the moment. */
export interface Connection {
	notify<N extends CallNotificationName>(name: N, data: CallNotification<N>): void;
	/** How long ago anything was heard over it, be it an answer to a ping. */
	readonly silentForMs: number;
	/** Closes it, after the answers that are under way. */
	end(): void;
}

/** How long a peer that is not heard any more is kept for its return, in milliseconds. */
export const keepLostPeerMs = 20_000;

/** Signals kept for a peer that is away; more than a negotiation ever has. */
const keptSignals = 200;

/** Somebody at the door or in the call, for as long as they stay, over however many sockets. */
export class Peer {
	readonly peerId: string;
	/** Since when they wait, or are here. */
	readonly since: string;
	ticket: CallTicket;
	media: MediaState;
	/** Counts the pages that this peer has had: one that is loaded again has nothing of the one before. */
	page: number;
	/** When they were let in, ISO 8601; `null` while they wait. */
	admittedAt: string | null;
	handRaised = false;
	/** Whether their browser can encrypt from end to end. */
	encrypts: boolean;
	#connection: Connection | undefined;
	#powers = new Map<CallRequestName, Handler>();
	#kept: ((connection: Connection) => void)[] = [];
	#cancelDeparture: (() => void) | undefined;

	constructor(options: {
		peerId: string;
		page: number;
		ticket: CallTicket;
		since: string;
		admittedAt: string | null;
		media: MediaState;
		encrypts: boolean;
		connection: Connection;
	}) {
		this.peerId = options.peerId;
		this.page = options.page;
		this.ticket = options.ticket;
		this.since = options.since;
		this.admittedAt = options.admittedAt;
		this.media = options.media;
		this.encrypts = options.encrypts;
		this.#connection = options.connection;
	}

	get connected(): boolean {
		return this.#connection !== undefined;
	}

	get isHost(): boolean {
		return this.ticket.role === 'host';
	}

	/** Gives the peer the right to these requests. */
	install(capability: Capability): void {
		for (const [name, handler] of capability) this.#powers.set(name, handler);
	}

	handlerFor(name: CallRequestName): Handler | undefined {
		return this.#powers.get(name);
	}

	/** Lost while the peer is away: whoever comes back gets the whole state. */
	notify<N extends CallNotificationName>(name: N, data: CallNotification<N>): void {
		this.#connection?.notify(name, data);
	}

	/** For what no state can tell again. */
	notifyOrKeep<N extends CallNotificationName>(name: N, data: CallNotification<N>): void {
		if (this.#connection !== undefined) this.#connection.notify(name, data);
		else if (this.#kept.length < keptSignals) this.#kept.push((connection) => connection.notify(name, data));
	}

	isOn(connection: Connection): boolean {
		return this.#connection === connection;
	}

	/** Speaks over a new socket from now on; the old one may still look alive. */
	moveTo(connection: Connection, media: MediaState): void {
		const old = this.#connection;
		this.#cancelDeparture?.();
		this.#connection = connection;
		this.media = media;
		old?.end();
		for (const send of this.#kept.splice(0)) send(connection);
	}

	/** Is another page from now on, which has nothing of the one before; that one is told, if it still listens. */
	renew(page: number, ticket: CallTicket): void {
		this.notify('callOver', { reason: 'replaced' });
		this.page = page;
		this.ticket = ticket;
		this.handRaised = false;
		this.#kept = [];
	}

	/** The socket is lost; `cancelDeparture` stops the clock that runs until the peer counts as gone. */
	goAway(cancelDeparture: () => void): void {
		this.#connection = undefined;
		this.#cancelDeparture = cancelDeparture;
	}

	/** The peer's part is over: it has no powers and no socket any more. */
	end(): void {
		const old = this.#connection;
		this.#cancelDeparture?.();
		this.#powers.clear();
		this.#connection = undefined;
		old?.end();
	}

	info(): PeerInfo {
		return {
			peerId: this.peerId,
			name: this.ticket.name,
			role: this.ticket.role,
			attendeeId: this.ticket.role === 'attendee' ? this.ticket.attendeeId : null,
			media: this.media,
			handRaised: this.handRaised,
			connected: this.connected,
		};
	}

	/** How hosts see somebody who waits; undefined for hosts, who never do. */
	waitingInfo(): WaitingPeer | undefined {
		const { ticket, peerId, since, connected, encrypts } = this;
		if (ticket.role !== 'attendee') return undefined;
		const { attendeeId, appointmentId, name } = ticket;
		return { peerId, attendeeId, appointmentId, name, since, connected, encrypts };
	}
}

/** The same for every device of one person. */
export const personOf = (ticket: CallTicket): string =>
	ticket.role === 'host' ? `host:${ticket.memberId}` : `attendee:${ticket.attendeeId}`;
