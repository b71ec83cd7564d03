import { SamtalError } from '../shared/contract/errors.ts';
import type { EncryptionState } from '../shared/contract/signalling/activity.ts';
import type { Departure, ToolName } from '../shared/contract/signalling/notifications.ts';
import type { WaitingPeer } from '../shared/contract/signalling/peer.ts';
import type { QualitySummary } from '../shared/contract/signalling/quality.ts';
import type { CallRequestData, Entrance } from '../shared/contract/signalling/requests.ts';
import { Arrivals } from './Arrivals.ts';
import { attendeePowers, hostPowers, waitingPowers } from './capabilities/powers.ts';
import type { CallPath } from './CallPath.ts';
import { admissionFor, entranceFor } from './entrances.ts';
import type { KeyGroup } from './KeyGroup.ts';
import type { Members } from './Members.ts';
import { keepLostPeerMs, type Connection, type Peer } from './Peer.ts';
import type { CallTicket } from './ports.ts';
import type { Proof } from './proof.ts';
import type { RoomDeps } from './roomDeps.ts';
import { RoomParts } from './RoomParts.ts';

/** One visit's call: who waits at the door, who is in, and what they are told. */
export class Room {
	readonly #parts: RoomParts;
	readonly #arrivals: Arrivals;

	constructor(ticket: CallTicket, deps: RoomDeps) {
		this.#parts = new RoomParts(ticket, deps, (peerId) => this.#awaitedIsGone(peerId, 'lost'));
		this.#arrivals = new Arrivals(this.#parts, (peer, to) => this.#grantPowers(peer, to));
	}

	get appointmentId(): string {
		return this.#parts.appointmentId;
	}

	get professionalId(): string {
		return this.#parts.professionalId;
	}

	get members(): Members {
		return this.#parts.members;
	}

	get path(): CallPath {
		return this.#parts.path;
	}

	get keys(): KeyGroup {
		return this.#parts.keys;
	}

	get waiting(): WaitingPeer[] {
		return this.#parts.door.queue;
	}

	get counts(): { admitted: number; waiting: number } {
		return { admitted: this.members.size, waiting: this.#parts.door.waiting.length };
	}

	/** Whether people are talking: somebody alone loses nothing with the server. */
	get isRunning(): boolean {
		return this.members.all.filter(({ connected }) => connected).length > 1;
	}

	/** Whether the peer is here: in the call, or at its door. */
	has(peerId: string): boolean {
		return this.ticketOf(peerId) !== undefined;
	}

	/** The ticket with which a peer came who is here. */
	ticketOf(peerId: string): CallTicket | undefined {
		return this.#parts.everybody.find((peer) => peer.peerId === peerId)?.ticket;
	}

	/**
	 * Somebody comes, or comes back as the peer that they prove to be: to their place here, or to a room that was made
	 * anew and knows of none. @throws SamtalError `ROOM_FULL`, `REPLACED`.
	 */
	enter(ticket: CallTicket, data: CallRequestData<'join'>, proof: Proof | undefined, connection: Connection): Peer {
		return this.#arrivals.enter({ ticket, data, proof, connection });
	}

	/** What the peer is told on entering. */
	entranceOf(peer: Peer): Entrance {
		return entranceFor(peer, this.#parts);
	}

	/** The peer's socket is lost; it is kept for a while, so that it can come back. */
	connectionLost(peer: Peer, connection: Connection): void {
		if (!peer.isOn(connection)) return;
		// A half-open connection is lost some time before that is noticed.
		const keepMs = Math.max(0, keepLostPeerMs - connection.silentForMs);
		peer.goAway(this.#parts.deps.schedule(keepMs, () => this.#remove(peer, 'lost')));
		this.#parts.tellConnected(peer);
		this.keys.update();
	}

	leave(peer: Peer): void {
		this.#remove(peer, 'left');
	}

	/** @throws SamtalError `PEER_NOT_FOUND`, `WRONG_STATE` for somebody who is in already, `ROOM_FULL`. */
	admit(peerId: string): void {
		if (this.members.get(peerId) !== undefined) throw new SamtalError('WRONG_STATE');
		const peer = this.#parts.door.waitingPeer(peerId);
		this.#arrivals.assertSpace();
		this.#arrivals.letIn(peer);
		peer.notify('admitted', admissionFor(peer, this.#parts));
		this.path.media.letIn(peer.peerId);
		this.#parts.tellWaiting();
	}

	messageWaiting(peerId: string, text: string, from: string): void {
		this.#parts.door.waitingPeer(peerId).notify('waitingMessage', { text, from });
	}

	/** Sends somebody out of the call or away from the door; they have to be admitted anew. */
	removeByHost(host: Peer, peerId: string): void {
		const { door, awaited, record } = this.#parts;
		if (awaited.has(peerId)) {
			door.closeTo(peerId);
			awaited.settle(peerId);
			this.#awaitedIsGone(peerId, 'removed');
			return;
		}
		const peer = this.members.get(peerId) ?? door.waitingPeer(peerId);
		if (peer === host) throw new SamtalError('WRONG_STATE');
		if (peer.ticket.role === 'attendee') {
			door.closeTo(peer.ticket.attendeeId);
			record.removed(peer.ticket.attendeeId);
		}
		this.#remove(peer, 'removed');
	}

	/** Somebody's place in a group was cancelled: they are out at once, and what let them in is over. */
	sendOut(attendeeId: string): void {
		const { door, everybody } = this.#parts;
		door.closeTo(attendeeId);
		for (const peer of everybody) {
			if (peer.ticket.role === 'attendee' && peer.ticket.attendeeId === attendeeId) this.#remove(peer, 'cancelled');
		}
	}

	/** The call is over for everybody at once. */
	endForAll(): void {
		for (const peer of this.#parts.everybody) {
			peer.notify('callOver', { reason: 'ended' });
			peer.end();
		}
		this.#close(true);
		this.#parts.record.end();
	}

	/** Nothing is kept for later when it cannot be stored: the page's next report has it in it. */
	reportQuality({ ticket, peerId, page }: Peer, summary: QualitySummary): Promise<void> {
		return this.#parts.deps.backend.qualityReported(ticket, { peerId, page }, summary);
	}

	/** How the call is encrypted, as a host's device shows it. */
	reportEncryption({ ticket }: Peer, state: EncryptionState): void {
		if (ticket.role === 'host') this.#parts.activity.encryptionIs(state, ticket.memberId);
	}

	tellChanged(peer: Peer): void {
		this.#parts.tellChanged(peer);
	}

	tellTool(tool: ToolName): void {
		this.members.broadcast('toolChanged', { tool });
	}

	/** The server stops: sockets close without a word, so that browsers come back to the next one. */
	shutDown(): void {
		for (const peer of this.#parts.everybody) peer.end();
		this.#close(false);
	}

	#grantPowers(peer: Peer, to: 'wait' | 'takePart'): void {
		if (to === 'wait') peer.install(waitingPowers(this, peer));
		else peer.install(peer.isHost ? hostPowers(this, peer) : attendeePowers(this, peer));
	}

	#remove(peer: Peer, reason: Departure): void {
		const { appointmentId, deps, door, departed } = this.#parts;
		if (reason === 'removed' || reason === 'cancelled') peer.notify('callOver', { reason });
		peer.end();
		deps.log.info({ appointmentId, peerId: peer.peerId, reason }, 'peer left');
		departed.add(peer.peerId);
		this.path.media.closePeer(peer.peerId);
		if (door.goAway(peer)) this.#parts.tellWaiting();
		this.#parts.activity.left(peer, reason);
		if (this.members.delete(peer)) this.#tellGone(peer.peerId, reason);
		this.keys.forget(peer.peerId);
		if (this.#parts.everybody.length === 0) this.#close(false);
	}

	/** Somebody of before this room will not come back. */
	#awaitedIsGone(peerId: string, reason: Departure): void {
		this.#parts.departed.add(peerId);
		this.#tellGone(peerId, reason);
		this.keys.update();
	}

	#tellGone(peerId: string, reason: Departure): void {
		this.members.broadcast('peerLeft', { peerId, reason });
		if (this.path.update()) this.path.announce();
	}

	#close(ended: boolean): void {
		const { door, awaited, activity, deps, professionalId } = this.#parts;
		const { waiting } = door;
		for (const peer of this.members.all) {
			this.members.delete(peer);
			// Where the server stops the call goes on: the next one writes of its end.
			if (ended) activity.left(peer, 'ended');
		}
		for (const peer of waiting) door.goAway(peer);
		awaited.close();
		this.path.close();
		this.keys.close();
		deps.closed(this, ended);
		if (waiting.length > 0) deps.waitingChanged(professionalId);
	}
}
