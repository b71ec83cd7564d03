import { SamtalError } from '../shared/contract/errors.ts';
import type { WaitingPeer } from '../shared/contract/signalling/peer.ts';
import type { Peer } from './Peer.ts';
import type { CallTicket } from './ports.ts';

/** A room's door: who waits there, and who comes straight in because they were admitted before. */
export class Door {
	readonly #waiting = new Map<string, Peer>();
	/** Ids of attendees, whatever device they come from. */
	readonly #welcome = new Set<string>();

	get waiting(): Peer[] {
		return [...this.#waiting.values()];
	}

	/** The queue as hosts see it, longest wait first. */
	get queue(): WaitingPeer[] {
		return this.waiting.map((peer) => peer.waitingInfo()).filter((info) => info !== undefined);
	}

	opensFor(ticket: CallTicket): boolean {
		return ticket.role === 'host' || this.#welcome.has(ticket.attendeeId);
	}

	/** @throws SamtalError `PEER_NOT_FOUND`. */
	waitingPeer(peerId: string): Peer {
		const peer = this.#waiting.get(peerId);
		if (peer === undefined) throw new SamtalError('PEER_NOT_FOUND');
		return peer;
	}

	wait(peer: Peer): void {
		this.#waiting.set(peer.peerId, peer);
	}

	/** Whether the peer did wait. */
	goAway(peer: Peer): boolean {
		return this.#waiting.delete(peer.peerId);
	}

	admit(peer: Peer): void {
		this.#waiting.delete(peer.peerId);
		if (peer.ticket.role === 'attendee') this.#welcome.add(peer.ticket.attendeeId);
	}

	/** From now on this person waits again. */
	closeTo(peer: Peer): void {
		if (peer.ticket.role === 'attendee') this.#welcome.delete(peer.ticket.attendeeId);
	}
}
