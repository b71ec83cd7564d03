import { SamtalError } from '../shared/contract/errors.ts';
import type { WaitingPeer } from '../shared/contract/signalling/peer.ts';
import type { Peer } from './Peer.ts';
import type { CallTicket } from './ports.ts';
import type { Proof } from './proof.ts';

/** A room's door: who waits there, and who comes straight in because they were admitted before. */
export class Door {
	readonly #waiting = new Map<string, Peer>();
	/** Ids of attendees, whatever device they come from. */
	readonly #welcome = new Set<string>();
	/** Ids of attendees, or of peers, who were sent away: what they prove of an earlier admission is over. */
	readonly #closedTo = new Set<string>();

	get waiting(): Peer[] {
		return [...this.#waiting.values()];
	}

	/** The queue as hosts see it, longest wait first. */
	get queue(): WaitingPeer[] {
		return this.waiting.map((peer) => peer.waitingInfo()).filter((info) => info !== undefined);
	}

	opensFor(ticket: CallTicket, proof: Proof | undefined): boolean {
		if (ticket.role === 'host' || this.#welcome.has(ticket.attendeeId)) return true;
		if (proof === undefined || this.#closedTo.has(ticket.attendeeId)) return false;
		return proof.isStillAdmitted && !this.#closedTo.has(proof.record.peerId);
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
		if (peer.ticket.role !== 'attendee') return;
		this.#welcome.add(peer.ticket.attendeeId);
		this.#closedTo.delete(peer.ticket.attendeeId);
	}

	/** From now on this person waits again. Of a peer that is not here only the peer id is known. */
	closeTo(id: string): void {
		this.#welcome.delete(id);
		this.#closedTo.add(id);
	}
}
