import { SamtalError } from '../shared/contract/errors.ts';
import { mostAdded } from '../shared/contract/signalling/keys.ts';
import type { CallNotification } from '../shared/contract/signalling/notifications.ts';
import type { CallRequestData } from '../shared/contract/signalling/requests.ts';
import type { Members } from './Members.ts';
import type { Peer } from './Peer.ts';
import type { Schedule } from './ports.ts';

/** How long the one who was asked has for the answer, in milliseconds, before another one is asked. */
const answerWithinMs = 3_000;

type Wanted = CallNotification<'keysWanted'>;

interface Group {
	id: string;
	epoch: number;
	peerIds: Set<string>;
}

/**
 * The server's part in the keys of a call: it passes the group's messages on, puts its commits into one order, and
 * asks for what is missing. It can read none of it, and whoever is in the call trusts it to go on, with nothing else.
 */
export class KeyGroup {
	readonly #members: Members;
	readonly #schedule: Schedule;
	/** The newest offer of everybody here, by peer id, until they are added with it. */
	readonly #offers = new Map<string, Uint8Array>();
	#group: Group | undefined;
	/** Who was asked for the next epoch, by peer id, and for what. */
	readonly #asked = new Map<string, Wanted>();
	#answering: { peer: Peer; stopWaiting: () => void } | undefined;

	constructor(members: Members, schedule: Schedule) {
		this.#members = members;
		this.#schedule = schedule;
	}

	/** Somebody wants to be added, or added again. At the door it only is kept. */
	offer(peer: Peer, keyPackage: Uint8Array): void {
		this.#offers.set(peer.peerId, keyPackage);
		// Who is out of step will not answer as a keeper.
		if (this.#answering?.peer === peer && this.#asked.get(peer.peerId)?.found === false) this.#ask();
		else this.update();
	}

	/** @throws SamtalError `WRONG_STATE` for who was not asked, or was too late. */
	found(peer: Peer, id: string): void {
		if (this.#asked.get(peer.peerId)?.found !== true || this.#group?.id === id) throw new SamtalError('WRONG_STATE');
		this.#group = { id, epoch: 0, peerIds: new Set([peer.peerId]) };
		this.#offers.delete(peer.peerId);
		for (const member of this.#members.all) member.notifyOrKeep('keysFounded', { group: id });
		this.#goOn();
	}

	/** @throws SamtalError `WRONG_STATE` for who was not asked for this, or was too late. */
	commit(
		peer: Peer,
		{ group: id, epoch, commit, welcome, added, refused, removed }: CallRequestData<'commitKeys'>,
	): void {
		const group = this.#group;
		const asked = this.#asked.get(peer.peerId);
		if (
			group === undefined ||
			asked === undefined ||
			group.id !== id ||
			group.epoch !== epoch ||
			!covers(asked, [...added, ...refused], removed)
		) {
			throw new SamtalError('WRONG_STATE');
		}
		for (const member of this.#members.all) {
			const { peerId } = member;
			if (added.includes(peerId)) member.notifyOrKeep('keysWelcome', { group: id, welcome });
			else if (group.peerIds.has(peerId)) member.notifyOrKeep('keysCommitted', { group: id, epoch, commit });
		}
		for (const peerId of removed) group.peerIds.delete(peerId);
		for (const peerId of added) group.peerIds.add(peerId);
		for (const { peerId, keyPackage } of asked.add) {
			const isOver = added.includes(peerId) || refused.includes(peerId);
			// A newer one that came meanwhile stays.
			if (isOver && this.#offers.get(peerId) === keyPackage) this.#offers.delete(peerId);
		}
		group.epoch++;
		this.#goOn();
	}

	/** Passes a message of the group on, unread, in its place among the commits. @throws SamtalError `WRONG_STATE`. */
	relay(from: Peer, sealed: Uint8Array): void {
		const peerIds = this.#group?.peerIds;
		if (!peerIds?.has(from.peerId)) throw new SamtalError('WRONG_STATE');
		for (const member of this.#members.all) {
			if (member !== from && peerIds.has(member.peerId)) member.notifyOrKeep('sealedReceived', { sealed });
		}
	}

	/** Somebody is not here any more. */
	forget(peerId: string): void {
		this.#offers.delete(peerId);
		this.update();
	}

	/** After anything changed: asks for what is missing, unless somebody is at it. */
	update(): void {
		const at = this.#answering?.peer;
		if (at === undefined || !at.connected || !this.#members.has(at)) this.#ask();
	}

	close(): void {
		this.#stopWaiting();
		this.#offers.clear();
		this.#group = undefined;
	}

	/** The next epoch has begun. */
	#goOn(): void {
		this.#asked.clear();
		this.#ask();
	}

	#ask(): void {
		this.#stopWaiting();
		const wanted = this.#wanted();
		if (wanted.add.length === 0 && wanted.remove.length === 0) return;
		const connected = hostsFirst(this.#members.all.filter((peer) => peer.connected));
		const offering = connected.filter(({ peerId }) => this.#offers.has(peerId));
		const keepers = connected.filter((peer) => this.#group?.peerIds.has(peer.peerId) && !offering.includes(peer));
		// Where none of those who are in the group answers, it is over.
		const able = [...keepers, ...offering];
		if (able.every(({ peerId }) => this.#asked.has(peerId))) this.#asked.clear();
		const peer = able.find(({ peerId }) => !this.#asked.has(peerId));
		if (peer === undefined) return;
		const question = keepers.includes(peer) ? wanted : { found: true, add: [], remove: [] };
		this.#asked.set(peer.peerId, question);
		this.#answering = { peer, stopWaiting: this.#schedule(answerWithinMs, () => this.#ask()) };
		peer.notify('keysWanted', question);
	}

	#wanted(): Wanted {
		const add = this.#members.all.flatMap(({ peerId }) => {
			const keyPackage = this.#offers.get(peerId);
			return keyPackage === undefined ? [] : [{ peerId, keyPackage }];
		});
		const gone = [...(this.#group?.peerIds ?? [])].filter((peerId) => this.#members.get(peerId) === undefined);
		return { found: false, add: add.slice(0, mostAdded), remove: gone };
	}

	#stopWaiting(): void {
		this.#answering?.stopWaiting();
		this.#answering = undefined;
	}
}

/** Each in the order of admission. */
const hostsFirst = (peers: readonly Peer[]): Peer[] => [
	...peers.filter(({ isHost }) => isHost),
	...peers.filter(({ isHost }) => !isHost),
];

/** Whether a commit does nothing that was not asked for. */
const covers = ({ add, remove }: Wanted, judged: string[], removed: string[]): boolean =>
	judged.every((peerId) => add.some((offer) => offer.peerId === peerId)) &&
	removed.every((peerId) => remove.includes(peerId));
