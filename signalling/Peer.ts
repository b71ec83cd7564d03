import type { CallNotification, CallNotificationName } from '../shared/contract/signalling/notifications.ts';
import type { MediaState, PeerInfo, WaitingPeer } from '../shared/contract/signalling/peer.ts';
import type { CallRequestName } from '../shared/contract/signalling/requests.ts';
import type { Capability, Handler } from './capabilities/capability.ts';
import type { CallTicket } from './ports.ts';
import { createResumeToken, sameToken } from './resumeToken.ts';

/** The socket that a peer speaks through at the moment. */
export interface Connection {
	notify<N extends CallNotificationName>(name: N, data: CallNotification<N>): void;
	/** Closes it, after the answers that are under way. */
	end(): void;
}

/** Signals kept for a peer that is away; more than a negotiation ever has. */
const keptSignals = 200;

/** Somebody at the door or in the call, for as long as they stay, over however many sockets. */
export class Peer {
	readonly peerId: string;
	readonly ticket: CallTicket;
	readonly resumeToken: string;
	/** Counts the pages that this peer has had: one that is loaded again is another peer, so there is one. */
	readonly page = 1;
	/** Since when they wait, or are here. */
	readonly since: string;
	media: MediaState;
	handRaised = false;
	#connection: Connection | undefined;
	#powers = new Map<CallRequestName, Handler>();
	#kept: ((connection: Connection) => void)[] = [];
	#cancelDeparture: (() => void) | undefined;

	constructor(options: {
		ticket: CallTicket;
		since: string;
		media: MediaState;
		connection: Connection;
		randomUUID: () => string;
	}) {
		this.peerId = options.randomUUID();
		this.ticket = options.ticket;
		this.resumeToken = createResumeToken(options.randomUUID);
		this.since = options.since;
		this.media = options.media;
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

	resumesWith(token: string): boolean {
		return sameToken(this.resumeToken, token);
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
		const { ticket, peerId, since, connected } = this;
		if (ticket.role !== 'attendee') return undefined;
		const { attendeeId, appointmentId, name } = ticket;
		return { peerId, attendeeId, appointmentId, name, since, connected };
	}
}

/** The same for every device of one person. */
export const personOf = (ticket: CallTicket): string =>
	ticket.role === 'host' ? `host:${ticket.memberId}` : `attendee:${ticket.attendeeId}`;
