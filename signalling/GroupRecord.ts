import type { CallRequestData, Standing } from '../shared/contract/signalling/requests.ts';

type Commit = CallRequestData<'commitKeys'>['commit'];

/** So many commits are told again to who missed them; 3 kB each as a rule. */
const keptCommits = 32;
/** And so many messages; a few hundred bytes each as a rule. */
const keptMessages = 64;

/** What the server knows of a call's group of keys: its epoch, who is in it, and who has followed it. */
export class GroupRecord {
	readonly id: string;
	epoch: number;
	/** Known from what members said, as the room is newer than the group. */
	readonly #adopted: boolean;
	/** Who is in the group, in step or not: they have to be removed when they are gone. */
	readonly #peerIds: Set<string>;
	readonly #outOfStep = new Set<string>();
	/** The newest, each with the epoch that it ended; without a gap. */
	#commits: { epoch: number; commit: Commit }[] = [];
	/** The newest, each with the epoch in which it was passed on. */
	#messages: { epoch: number; from: string; sealed: Uint8Array }[] = [];

	static founded(id: string, founder: string): GroupRecord {
		return new GroupRecord(id, [founder], false);
	}

	/** Of before this room: those who are in it say so one after another, by `place`. */
	static adopted(id: string): GroupRecord {
		return new GroupRecord(id, [], true);
	}

	private constructor(id: string, peerIds: readonly string[], adopted: boolean) {
		this.id = id;
		this.epoch = 0;
		this.#peerIds = new Set(peerIds);
		this.#adopted = adopted;
	}

	get peerIds(): string[] {
		return [...this.#peerIds];
	}

	/** Whether this member can follow the next commit, and make it. */
	isInStep(peerId: string): boolean {
		return this.#peerIds.has(peerId) && !this.#outOfStep.has(peerId);
	}

	/** They cannot follow any more, until they are added again. */
	fallOut(peerId: string): void {
		if (this.#peerIds.has(peerId)) this.#outOfStep.add(peerId);
	}

	/**
	 * Somebody says where they stand in this group.
	 * @returns the commits that they missed, or undefined when they have to be added again
	 */
	place(peerId: string, told: NonNullable<Standing['keys']>): { epoch: number; commit: Commit }[] | undefined {
		if (this.#adopted) this.#learn(peerId, told);
		const missed = this.#commits.filter(({ epoch }) => epoch >= told.epoch);
		const isKept = told.epoch + missed.length === this.epoch;
		if (!this.#peerIds.has(peerId) || !isKept) return undefined;
		this.#outOfStep.delete(peerId);
		return missed;
	}

	/** A member's message was passed on. */
	keep(from: string, sealed: Uint8Array): void {
		this.#messages = [...this.#messages, { epoch: this.epoch, from, sealed }].slice(-keptMessages);
	}

	/** What the others said in this epoch, as far as it is kept. */
	saidTo(peerId: string, inEpoch: number): Uint8Array[] {
		return this.#messages.flatMap(({ epoch, from, sealed }) => (epoch === inEpoch && from !== peerId ? [sealed] : []));
	}

	/** The epoch ended with this commit. */
	goOn({ commit, added, removed }: { commit: Commit; added: readonly string[]; removed: readonly string[] }): void {
		this.#commits = [...this.#commits, { epoch: this.epoch, commit }].slice(-keptCommits);
		this.epoch += 1;
		for (const peerId of removed) {
			this.#peerIds.delete(peerId);
			this.#outOfStep.delete(peerId);
		}
		for (const peerId of added) {
			this.#peerIds.add(peerId);
			this.#outOfStep.delete(peerId);
		}
	}

	/** The latest epoch is the group's: commits only ever follow one another. */
	#learn(peerId: string, told: NonNullable<Standing['keys']>): void {
		if (told.epoch > this.epoch) {
			for (const known of this.#peerIds) this.#outOfStep.add(known);
			this.epoch = told.epoch;
			this.#commits = [];
		}
		if (told.epoch < this.epoch) return;
		for (const member of [peerId, ...told.members]) {
			if (this.#peerIds.has(member)) continue;
			this.#peerIds.add(member);
			// Their own word for it is still to come.
			if (member !== peerId) this.#outOfStep.add(member);
		}
	}
}
