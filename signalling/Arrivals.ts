import { SamtalError } from '../shared/contract/errors.ts';
import type { CallRequestData, Standing } from '../shared/contract/signalling/requests.ts';
import { Peer, personOf, type Connection } from './Peer.ts';
import type { CallTicket, PeerRecord } from './ports.ts';
import { isPlausible, type Proof } from './proof.ts';
import type { RoomParts } from './RoomParts.ts';

const mostMembers = 30;

/** Somebody who comes: who they are, what they say, and what they can prove of an earlier part in this call. */
interface Arrival {
	ticket: CallTicket;
	data: CallRequestData<'join'>;
	proof: Proof | undefined;
	connection: Connection;
}

/** The ways into a room: for the first time, on another device, over a new socket, on a new page, after a restart. */
export class Arrivals {
	readonly #room: RoomParts;
	readonly #grantPowers: (peer: Peer, to: 'wait' | 'takePart') => void;

	constructor(room: RoomParts, grantPowers: (peer: Peer, to: 'wait' | 'takePart') => void) {
		this.#room = room;
		this.#grantPowers = grantPowers;
	}

	/** @throws SamtalError `ROOM_FULL`, `REPLACED`. */
	enter(arrival: Arrival): Peer {
		const { ticket, data, proof } = arrival;
		const { door, members } = this.#room;
		const earlier = this.#room.peerOf(personOf(ticket));
		if (earlier !== undefined && proof?.record.peerId === earlier.peerId) {
			this.#comeBack(earlier, arrival, proof.record);
			return earlier;
		}
		const straightIn = door.opensFor(ticket, proof);
		if (straightIn && (earlier === undefined || !members.has(earlier))) this.assertSpace();
		const record = proof && !this.#room.departed.has(proof.record.peerId) ? proof.record : undefined;
		const standing = record && data.standing && isPlausible(data.standing, record) ? data.standing : undefined;
		const peer = this.#createPeer(arrival, { earlier, record, page: (record?.page ?? 0) + (standing ? 0 : 1) });
		if (earlier !== undefined) this.#replace(earlier);
		if (!straightIn) this.#letWait(peer, standing);
		else this.letIn(peer, standing);
		return peer;
	}

	/**
	 * Into the call, from the door or straight away.
	 * @param standing what they have of the call as it was before this room
	 */
	letIn(peer: Peer, standing?: Standing): void {
		const { door, members, awaited, path, keys, record, activity } = this.#room;
		const { peerId } = peer;
		peer.handRaised = standing?.handRaised ?? false;
		peer.admittedAt ??= this.#room.deps.now().toISOString();
		this.#grantPowers(peer, 'takePart');
		door.admit(peer);
		awaited.settle(peerId);
		members.add(peer);
		activity.came(peer, standing !== undefined);
		this.#log(peer, 'peer joined');
		if (standing) this.#goOnFrom(peerId, standing);
		else {
			path.renewFor(peerId);
			path.update();
		}
		members.broadcast('peerJoined', { peer: peer.info(), topology: path.topology }, peer);
		this.#room.showQueue(peer);
		if (standing) keys.welcomeBack(peer, standing.keys);
		else keys.update();
		if (!peer.isHost) record.start();
	}

	/** @throws SamtalError `ROOM_FULL`. */
	assertSpace(): void {
		if (this.#room.members.size >= mostMembers) throw new SamtalError('ROOM_FULL');
	}

	#createPeer(
		{ ticket, data: { media, encrypts }, connection }: Arrival,
		{ earlier, record, page }: { earlier: Peer | undefined; record: PeerRecord | undefined; page: number },
	): Peer {
		const { now, randomUUID } = this.#room.deps;
		const peerId = record?.peerId ?? randomUUID();
		const since = record?.since ?? earlier?.since ?? now().toISOString();
		const admittedAt = record?.admittedAt ?? null;
		if (admittedAt !== null && record && record.startedAt < this.#room.startedAt)
			this.#room.startedAt = record.startedAt;
		return new Peer({ peerId, page, ticket, since, admittedAt, media, encrypts, connection });
	}

	/** The call goes on from where it was: others who were in it are away, and may come back too. */
	#goOnFrom(peerId: string, { topology, others }: Standing): void {
		const { members, awaited, departed, path } = this.#room;
		awaited.expect(others.filter((id) => id !== peerId && members.get(id) === undefined && !departed.has(id)));
		path.goOnFrom(peerId, topology, others);
	}

	/** A peer that is here has a new socket: of the same page, or of one that was loaded anew or is the newest of several. */
	#comeBack(peer: Peer, { ticket, data: { media, standing }, connection }: Arrival, record: PeerRecord): void {
		if (standing && record.page < peer.page) throw new SamtalError('REPLACED');
		if (standing && record.page === peer.page) {
			peer.moveTo(connection, media);
			peer.handRaised = standing.handRaised;
			this.#catchUp(peer, standing);
			return;
		}
		peer.renew(Math.max(record.page, peer.page) + 1, ticket);
		peer.moveTo(connection, media);
		this.#room.tellConnected(peer);
		this.#room.keys.renewFor(peer);
		this.#room.path.media.closePeer(peer.peerId);
		if (this.#room.path.renewFor(peer.peerId)) this.#room.path.announce();
		if (this.#room.members.has(peer)) this.#room.showQueue(peer);
	}

	/** Tells somebody who was away what they missed. */
	#catchUp(peer: Peer, { keys }: Standing): void {
		this.#room.tellConnected(peer);
		if (this.#room.members.has(peer)) {
			this.#room.path.media.catchUp(peer.peerId);
			this.#room.showQueue(peer);
		}
		this.#room.keys.welcomeBack(peer, keys);
	}

	/** The same person on a newer device; the path is brought up to date when that one is in. */
	#replace(peer: Peer): void {
		const { door, members, departed, path, keys, activity } = this.#room;
		peer.notify('callOver', { reason: 'replaced' });
		peer.end();
		departed.add(peer.peerId);
		door.goAway(peer);
		path.media.closePeer(peer.peerId);
		const wasIn = members.delete(peer);
		if (wasIn) members.broadcast('peerLeft', { peerId: peer.peerId, reason: 'replaced' });
		activity.left(peer, 'replaced');
		keys.forget(peer.peerId);
	}

	#letWait(peer: Peer, standing: Standing | undefined): void {
		peer.admittedAt = null;
		this.#grantPowers(peer, 'wait');
		this.#room.door.wait(peer);
		this.#log(peer, 'peer waits');
		this.#room.tellWaiting();
		if (standing) this.#room.keys.welcomeBack(peer, null);
	}

	#log({ peerId, ticket }: Peer, message: string): void {
		this.#room.deps.log.info({ appointmentId: this.#room.appointmentId, peerId, role: ticket.role }, message);
	}
}
