import { epochsApart, kidOf, readKid } from '../sframe/kid.ts';
import type { SframeKey } from '../sframe/keys.ts';
import { ReplayWindow } from './ReplayWindow.ts';

/** What an epoch of the call's group gives to its frames. */
export interface EpochKeys {
	/** The group's id: two groups of one call have epochs of the same numbers. */
	group: string;
	epoch: bigint;
	baseKey: CryptoKey;
	/** Our own place in the group. */
	ownLeaf: number;
	/** Whose key is whose: peer ids by leaf, as the credentials say. */
	members: ReadonlyMap<number, string>;
	/**
	 * How long we still send under the key before, so that those who hear of the change later lose nothing; 0 where
	 * nobody else has that key.
	 */
	sendAfterMs: number;
}

/** How long frames of an epoch are read after the next one came. */
export const keptMs = 10_000;

interface Held extends EpochKeys {
	sendFrom: number;
	diesAt: number;
	/** The next value of our own key's counter. */
	ctr: bigint;
	keys: Map<number, Promise<SframeKey>>;
	windows: Map<number, ReplayWindow>;
	peerIds: ReadonlySet<string>;
}

/** What reads the frames of one KID. */
export interface Reading {
	/** Who sends under this key. */
	peerId: string;
	/** Changes with the epoch. */
	epoch: bigint;
	key: Promise<SframeKey>;
	window: ReplayWindow;
}

/**
 * The keys of the present epoch and of those that died less than 10 s ago. Times are in ms, on any clock that never
 * goes back.
 */
export class KeyRing {
	readonly #derive: (baseKey: CryptoKey, kid: bigint) => Promise<SframeKey>;
	/** Oldest first. */
	#held: Held[] = [];
	/** Every epoch that ever was here: a key that came back would count its frames from 0 again. */
	readonly #used = new Set<string>();

	constructor(derive: (baseKey: CryptoKey, kid: bigint) => Promise<SframeKey>) {
		this.#derive = derive;
	}

	/**
	 * Goes on with this epoch; the one before is still read for 10 s. An epoch that was here before is left out, and
	 * so is one that comes after a newer one of its group: whoever that one removed has its key.
	 */
	add(keys: EpochKeys, now: number): void {
		const id = `${keys.group}/${keys.epoch}`;
		const overtaken = this.#held.some(({ group, epoch }) => group === keys.group && epoch > keys.epoch);
		if (this.#used.has(id) || overtaken) return;
		this.#used.add(id);
		this.prune(now);
		// RFC 9605, section 5.2: an epoch that looks the same in a KID gives way.
		this.#held = this.#held.filter(({ epoch }) => (epoch - keys.epoch) % epochsApart !== 0n);
		const before = this.#held.at(-1);
		if (before) before.diesAt = now + keptMs;
		this.#held.push({
			...keys,
			sendFrom: now + keys.sendAfterMs,
			diesAt: Infinity,
			ctr: 0n,
			keys: new Map(),
			windows: new Map(),
			peerIds: new Set(keys.members.values()),
		});
	}

	/** Sends under this epoch from now on: nobody needs the keys before any more. */
	sendUnder(group: string, epoch: bigint, now: number): void {
		const held = this.#held.find((one) => one.group === group && one.epoch === epoch);
		if (held) held.sendFrom = Math.min(held.sendFrom, now);
	}

	/** Forgets every key: nothing is sent or read until the next epoch. */
	forget(): void {
		this.#held = [];
	}

	/** Forgets the keys that have died. */
	prune(now: number): void {
		this.#held = this.#held.filter(({ diesAt }) => diesAt > now);
	}

	/** Our key and the value of its counter for the next frame, which nobody gets again; null while there is none. */
	next(now: number): { key: Promise<SframeKey>; ctr: bigint } | null {
		this.prune(now);
		const held = this.#held.findLast(({ sendFrom }) => sendFrom <= now) ?? this.#held[0];
		if (!held) return null;
		const { ctr } = held;
		held.ctr += 1n;
		return { key: this.#keyOf(held, held.ownLeaf), ctr };
	}

	/** What reads frames of this KID; null when no living epoch has it, or its sender is no longer in the group. */
	find(kid: bigint, now: number): Reading | null {
		this.prune(now);
		const parts = readKid(kid);
		const held = parts && this.#held.find(({ epoch }) => epoch % epochsApart === parts.epoch);
		const peerId = held?.members.get(parts?.leaf ?? -1);
		if (!parts || !held || peerId === undefined || !this.#isMember(peerId)) return null;
		const window = held.windows.get(parts.leaf) ?? new ReplayWindow();
		held.windows.set(parts.leaf, window);
		return { peerId, epoch: held.epoch, key: this.#keyOf(held, parts.leaf), window };
	}

	/** The newest epoch decides: who was removed is not heard under the epoch before. */
	#isMember(peerId: string): boolean {
		return this.#held.at(-1)?.peerIds.has(peerId) ?? false;
	}

	#keyOf(held: Held, leaf: number): Promise<SframeKey> {
		const known = held.keys.get(leaf);
		if (known) return known;
		const key = this.#derive(held.baseKey, kidOf(held.epoch, leaf));
		held.keys.set(leaf, key);
		return key;
	}
}
