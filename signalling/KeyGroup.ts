import { SamtalError } from '../shared/contract/errors.ts';
import { mostAdded } from '../shared/contract/signalling/keys.ts';
import type { CallNotification } from '../shared/contract/signalling/notifications.ts';
import type { CallRequestData, Standing } from '../shared/contract/signalling/requests.ts';
import type { Awaited } from './Awaited.ts';
import { GroupRecord } from './GroupRecord.ts';
import type { Members } from './Members.ts';
import type { Peer } from './Peer.ts';
import type { Schedule } from './ports.ts';

/** How long the one who was asked has for the answer, in milliseconds, before another one is asked. */
const answerWithinMs = 3_000;

type Wanted = CallNotification<'keysWanted'>;

/**
 * The server's part in the keys of a call: it passes the group's messages on, puts its commits into one order, and
 * asks for what is missing. It can read none of it, and whoever is in the call trusts it to go on, with nothing else.
 */
export class KeyGroup {
	readonly #members: Members;
	readonly #awaited: Pick<Awaited, 'has'>;
	readonly #schedule: Schedule;
	/** The newest offer of everybody here, by peer id, until they are added with it. */
	readonly #offers = new Map<string, Uint8Array>();
	/** The offer that each was added with last: it is good for nothing more, and may come again after a lost answer. */
	readonly #taken = new Map<string, Uint8Array>();
	#group: GroupRecord | undefined;
	/** Who was asked for the next epoch, by peer id, and for what. */
	readonly #asked = new Map<string, Wanted>();
	/** Who reads the present epoch, and whom its commit added: those have no other keys. */
	#reached = new Set<string>();
	#answering: { peer: Peer; stopWaiting: () => void } | undefined;

	constructor(members: Members, awaited: Pick<Awaited, 'has'>, schedule: Schedule) {
		this.#members = members;
		this.#awaited = awaited;
		this.#schedule = schedule;
	}

	/** Somebody wants to be added, or added again. At the door it only is kept. */
	offer(peer: Peer, keyPackage: Uint8Array): void {
		if (isSame(this.#taken.get(peer.peerId), keyPackage)) return;
		this.#offers.set(peer.peerId, keyPackage);
		// Who is out of step will not answer as a keeper.
		if (this.#answering?.peer === peer && this.#asked.get(peer.peerId)?.found === false) this.#ask();
		else this.update();
	}

	/** @throws SamtalError `WRONG_STATE` for who was not asked, or was too late. */
	found(peer: Peer, id: string): void {
		if (this.#asked.get(peer.peerId)?.found !== true || this.#group?.id === id) throw new SamtalError('WRONG_STATE');
		this.#group = GroupRecord.founded(id, peer.peerId);
		this.#offers.delete(peer.peerId);
		this.#members.broadcast('keysFounded', { group: id });
		this.#goOn();
	}

	/** @throws SamtalError `WRONG_STATE` for who was not asked for this, or was too late. */
	commit(peer: Peer, data: CallRequestData<'commitKeys'>): void {
		const { group: id, epoch, commit, welcome, added, refused, removed } = data;
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
			if (added.includes(peerId)) member.notify('keysWelcome', { group: id, welcome });
			else if (group.isInStep(peerId)) member.notify('keysCommitted', { group: id, epoch, commit });
		}
		group.goOn({ commit, added, removed });
		this.#reached = new Set(added);
		for (const { peerId, keyPackage } of asked.add) {
			if (added.includes(peerId)) this.#taken.set(peerId, keyPackage);
			const isOver = added.includes(peerId) || refused.includes(peerId);
			// A newer one that came meanwhile stays.
			if (isOver && this.#offers.get(peerId) === keyPackage) this.#offers.delete(peerId);
		}
		this.#goOn();
	}

	/**
	 * Somebody reads what is sent in this epoch. As soon as all do who can, they are told; until then each sends under
	 * the keys before for a moment. An epoch that is over is of no interest.
	 */
	reached(peer: Peer, { group: id, epoch }: CallRequestData<'reachedKeys'>): void {
		const group = this.#group;
		if (group?.id !== id || group.epoch !== epoch) return;
		this.#reached.add(peer.peerId);
		const following = this.#members.all.filter((member) => member.connected && group.isInStep(member.peerId));
		if (!following.every(({ peerId }) => this.#reached.has(peerId))) return;
		for (const member of following) member.notify('keysReached', { group: id, epoch });
	}

	/** Passes a message of the group on, unread, in its place among the commits. @throws SamtalError `WRONG_STATE`. */
	relay(from: Peer, sealed: Uint8Array): void {
		const group = this.#group;
		if (!group?.peerIds.includes(from.peerId)) throw new SamtalError('WRONG_STATE');
		group.keep(from.peerId, sealed);
		for (const member of this.#members.all) {
			if (member !== from && group.peerIds.includes(member.peerId)) member.notify('sealedReceived', { sealed });
		}
	}

	/**
	 * Somebody is back with their place in the group, or with none. What they missed they are told again, as far as it
	 * is kept; otherwise they are asked for a new offer. A room that has no group goes on with theirs: with a new one
	 * everybody would forget the keys in use.
	 */
	welcomeBack(peer: Peer, told: Standing['keys']): void {
		const isMember = this.#members.has(peer);
		if (told !== null && isMember) this.#group ??= GroupRecord.adopted(told.group);
		const group = this.#group;
		if (group === undefined || told === null || !isMember) this.#wantOffer(peer);
		else if (group.id !== told.group) peer.notify('keysFounded', { group: group.id });
		else this.#catchUp(group, peer, told);
		this.update();
	}

	/** Somebody has a new page, without any keys: it offers by itself. */
	renewFor(peer: Peer): void {
		this.#offers.delete(peer.peerId);
		this.#group?.fallOut(peer.peerId);
		if (this.#answering?.peer === peer) this.#ask();
	}

	/** Somebody is not here any more. */
	forget(peerId: string): void {
		this.#offers.delete(peerId);
		this.#taken.delete(peerId);
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
		this.#taken.clear();
		this.#group = undefined;
	}

	#catchUp(group: GroupRecord, peer: Peer, told: NonNullable<Standing['keys']>): void {
		const before = this.#members.all.filter(({ peerId }) => group.isInStep(peerId));
		const missed = group.place(peer.peerId, told);
		// Some of what was said may have reached them: devices hear nothing twice.
		const tellSaid = (epoch: number) => {
			for (const sealed of group.saidTo(peer.peerId, epoch)) peer.notify('sealedReceived', { sealed });
		};
		for (const { epoch, commit } of missed ?? []) {
			tellSaid(epoch);
			peer.notify('keysCommitted', { group: group.id, epoch, commit });
		}
		if (missed === undefined) this.#wantOffer(peer);
		else tellSaid(group.epoch);
		// Their epoch is later than that of those who came back before them.
		for (const member of before) if (!group.isInStep(member.peerId) && member !== peer) this.#wantOffer(member);
	}

	#wantOffer(peer: Peer): void {
		this.#group?.fallOut(peer.peerId);
		if (!this.#offers.has(peer.peerId)) peer.notify('keysOfferWanted', {});
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
		const keepers = connected.filter((peer) => this.#group?.isInStep(peer.peerId) && !offering.includes(peer));
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
		const isHere = (peerId: string) => this.#members.get(peerId) !== undefined || this.#awaited.has(peerId);
		const gone = (this.#group?.peerIds ?? []).filter((peerId) => !isHere(peerId));
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

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

/** Whether a commit does nothing that was not asked for. */
const covers = ({ add, remove }: Wanted, judged: string[], removed: string[]): boolean =>
	judged.every((peerId) => add.some((offer) => offer.peerId === peerId)) &&
	removed.every((peerId) => remove.includes(peerId));
