import { SamtalError } from '../shared/contract/errors.ts';
import type { Departure, ToolName } from '../shared/contract/signalling/notifications.ts';
import type { MediaState, RoomSnapshot, Topology, WaitingPeer } from '../shared/contract/signalling/peer.ts';
import type { QualitySummary } from '../shared/contract/signalling/quality.ts';
import type { CallRequestData, Entrance } from '../shared/contract/signalling/requests.ts';
import { attendeePowers, hostPowers, waitingPowers } from './capabilities/powers.ts';
import { CallPath } from './CallPath.ts';
import { CallRecord } from './CallRecord.ts';
import { Door } from './Door.ts';
import { KeyGroup } from './KeyGroup.ts';
import { Members } from './Members.ts';
import { Peer, personOf, type Connection } from './Peer.ts';
import type { CallTicket } from './ports.ts';
import type { RoomDeps } from './roomDeps.ts';

/** How long a peer without a socket is kept for its return, in milliseconds. */
const keepLostPeerMs = 20_000;
const mostMembers = 30;

/** One visit's call: who waits at the door, who is in, and what they are told. */
export class Room {
	readonly appointmentId: string;
	readonly professionalId: string;
	readonly #title: string;
	readonly #startedAt: string;
	readonly #deps: RoomDeps;
	readonly #door = new Door();
	readonly members = new Members();
	readonly path: CallPath;
	readonly keys: KeyGroup;
	readonly #record: CallRecord;

	constructor({ appointmentId, professionalId, title }: CallTicket, deps: RoomDeps) {
		this.appointmentId = appointmentId;
		this.professionalId = professionalId;
		this.#title = title;
		this.#deps = deps;
		this.#startedAt = deps.now().toISOString();
		this.path = new CallPath(this.members, deps.media, (topology) => this.#pathChanged(topology));
		this.keys = new KeyGroup(this.members, deps.schedule);
		this.#record = new CallRecord(deps.backend, appointmentId, deps.log);
	}

	get waiting(): WaitingPeer[] {
		return this.#door.queue;
	}

	get counts(): { admitted: number; waiting: number } {
		return { admitted: this.members.size, waiting: this.#door.waiting.length };
	}

	/** Whether the peer is here: in the call, or at its door. */
	has(peer: Peer): boolean {
		return this.#everybody().includes(peer);
	}

	/** Somebody comes, or comes back. @throws SamtalError `ROOM_FULL`. */
	enter(ticket: CallTicket, { media, resumeToken }: CallRequestData<'join'>, connection: Connection): Peer {
		const earlier = this.#peerOf(personOf(ticket));
		if (earlier !== undefined && resumeToken !== undefined && earlier.resumesWith(resumeToken)) {
			this.#resume(earlier, media, connection);
			return earlier;
		}
		const straightIn = this.#door.opensFor(ticket);
		if (straightIn && (earlier === undefined || !this.members.has(earlier))) this.#assertSpace();

		const since = earlier?.since ?? this.#deps.now().toISOString();
		const peer = new Peer({ ticket, since, media, connection, randomUUID: this.#deps.randomUUID });
		if (earlier !== undefined) this.#replace(earlier);
		if (straightIn) this.#letIn(peer);
		else this.#letWait(peer);
		return peer;
	}

	/** What the peer is told on entering. */
	entranceOf(peer: Peer): Entrance {
		const { peerId, resumeToken } = peer;
		const { keySuite } = this.#deps;
		if (!this.members.has(peer)) {
			return { state: 'waiting', peerId, name: peer.ticket.name, resumeToken, keySuite, topology: this.path.topology };
		}
		return { state: 'admitted', peerId, resumeToken, keySuite, room: this.#snapshotFor(peer) };
	}

	/** The peer's socket is lost; it is kept for a while, so that it can come back. */
	connectionLost(peer: Peer, connection: Connection): void {
		if (!peer.isOn(connection)) return;
		peer.goAway(this.#deps.schedule(keepLostPeerMs, () => this.#remove(peer, 'lost')));
		this.#tellConnected(peer);
		this.keys.update();
	}

	leave(peer: Peer): void {
		this.#remove(peer, 'left');
	}

	/** @throws SamtalError `PEER_NOT_FOUND`, `WRONG_STATE` for somebody who is in already, `ROOM_FULL`. */
	admit(peerId: string): void {
		if (this.members.get(peerId) !== undefined) throw new SamtalError('WRONG_STATE');
		const peer = this.#door.waitingPeer(peerId);
		this.#assertSpace();
		this.#door.admit(peer);
		this.#letIn(peer);
		peer.notify('admitted', { room: this.#snapshotFor(peer) });
		this.path.media.letIn(peer.peerId);
		this.#tellWaiting();
		void this.#record.start();
	}

	messageWaiting(peerId: string, text: string, from: string): void {
		this.#door.waitingPeer(peerId).notify('waitingMessage', { text, from });
	}

	/** Sends somebody out of the call or away from the door; they have to be admitted anew. */
	removeByHost(host: Peer, peerId: string): void {
		const peer = this.members.get(peerId) ?? this.#door.waitingPeer(peerId);
		if (peer === host) throw new SamtalError('WRONG_STATE');
		this.#door.closeTo(peer);
		this.#remove(peer, 'removed');
	}

	/** The call is over for everybody at once, even when it cannot be recorded. */
	async endForAll(): Promise<void> {
		for (const peer of this.#everybody()) {
			peer.notify('callOver', { reason: 'ended' });
			peer.end();
		}
		this.#close(true);
		await this.#record.end();
	}

	/** Nothing is kept for later when it cannot be stored: the page's next report has it in it. */
	reportQuality({ ticket, peerId, page }: Peer, summary: QualitySummary): Promise<void> {
		return this.#deps.backend.qualityReported(ticket, { peerId, page }, summary);
	}

	tellChanged(peer: Peer): void {
		this.members.broadcast('peerChanged', { peer: peer.info() }, peer);
	}

	tellTool(tool: ToolName): void {
		this.members.broadcast('toolChanged', { tool });
	}

	/** The server stops: sockets close without a word, so that browsers come back to the next one. */
	shutDown(): void {
		for (const peer of this.#everybody()) peer.end();
		this.#close(false);
	}

	#everybody(): Peer[] {
		return [...this.members.all, ...this.#door.waiting];
	}

	#peerOf(person: string): Peer | undefined {
		return this.#everybody().find(({ ticket }) => personOf(ticket) === person);
	}

	#resume(peer: Peer, media: MediaState, connection: Connection): void {
		peer.moveTo(connection, media);
		this.#tellConnected(peer);
		if (!this.members.has(peer)) return;
		this.path.media.catchUp(peer.peerId);
		this.keys.update();
		this.#showQueue(peer);
	}

	/** The same person on a newer device; the path is brought up to date when that one is in. */
	#replace(peer: Peer): void {
		peer.notify('callOver', { reason: 'replaced' });
		peer.end();
		this.#door.goAway(peer);
		this.path.media.closePeer(peer.peerId);
		const wasIn = this.members.delete(peer);
		if (wasIn) this.members.broadcast('peerLeft', { peerId: peer.peerId, reason: 'replaced' });
		this.keys.forget(peer.peerId);
	}

	#letWait(peer: Peer): void {
		peer.install(waitingPowers(this, peer));
		this.#door.wait(peer);
		this.#logPeer(peer, 'peer waits');
		this.#tellWaiting();
	}

	#letIn(peer: Peer): void {
		peer.install(peer.isHost ? hostPowers(this, peer) : attendeePowers(this, peer));
		this.members.add(peer);
		this.#logPeer(peer, 'peer joined');
		this.path.update();
		this.members.broadcast('peerJoined', { peer: peer.info(), topology: this.path.topology }, peer);
		this.#showQueue(peer);
		this.keys.update();
	}

	#remove(peer: Peer, reason: Departure): void {
		if (reason === 'removed') peer.notify('callOver', { reason });
		peer.end();
		this.#deps.log.info({ appointmentId: this.appointmentId, peerId: peer.peerId, reason }, 'peer left');
		this.path.media.closePeer(peer.peerId);
		if (this.#door.goAway(peer)) this.#tellWaiting();
		if (this.members.delete(peer)) {
			this.members.broadcast('peerLeft', { peerId: peer.peerId, reason });
			if (this.path.update()) this.path.announce();
		}
		this.keys.forget(peer.peerId);
		if (this.#everybody().length === 0) this.#close(false);
	}

	#close(ended: boolean): void {
		const { waiting } = this.#door;
		for (const peer of this.members.all) this.members.delete(peer);
		for (const peer of waiting) this.#door.goAway(peer);
		this.path.media.stop();
		this.keys.close();
		this.#deps.closed(this, ended);
		if (waiting.length > 0) this.#deps.waitingChanged(this.professionalId);
	}

	/** Members hear of it together with what it follows from; those at the door can make it ready. */
	#pathChanged(topology: Topology): void {
		const { mode, epoch } = topology;
		this.#deps.log.info({ appointmentId: this.appointmentId, mode, epoch }, 'call path changed');
		for (const peer of this.#door.waiting) peer.notify('topologyChanged', { topology });
	}

	#tellConnected(peer: Peer): void {
		if (this.members.has(peer)) this.tellChanged(peer);
		else this.#tellWaiting();
	}

	#tellWaiting(): void {
		for (const peer of this.members.all) this.#showQueue(peer);
		this.#deps.waitingChanged(this.professionalId);
	}

	#showQueue(peer: Peer): void {
		if (peer.isHost) peer.notify('waitingChanged', { waiting: this.waiting });
	}

	#assertSpace(): void {
		if (this.members.size >= mostMembers) throw new SamtalError('ROOM_FULL');
	}

	#snapshotFor(peer: Peer): RoomSnapshot {
		return {
			appointmentId: this.appointmentId,
			title: this.#title,
			startedAt: this.#startedAt,
			peers: this.members.all.map((member) => member.info()),
			topology: this.path.topology,
			iceServers: this.#deps.backend.iceServers(peer.peerId),
		};
	}

	#logPeer({ peerId, ticket }: Peer, message: string): void {
		this.#deps.log.info({ appointmentId: this.appointmentId, peerId, role: ticket.role }, message);
	}
}
