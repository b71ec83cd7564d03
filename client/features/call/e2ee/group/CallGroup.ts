import type { KeySuite } from '../../../../../shared/contract/signalling/keys.ts';
import {
	createApplicationMessage,
	createCommit,
	emptyPskIndex,
	encodeMlsMessage,
	mlsExporter,
	processPrivateMessage,
	zeroOutUint8Array,
	type CiphersuiteImpl,
	type ClientState,
	type PrivateMessage,
	type Proposal,
} from 'ts-mls';
import { decryptSenderData } from 'ts-mls/privateMessage.js';
import { comparisonCode, type ComparisonCode } from './comparisonCode.ts';
import { foundState, joinState } from './groupState.ts';
import type { Identity } from './identity.ts';
import type { JoinOffer } from './JoinOffer.ts';
import { isOrdinary, proposalsFor, type GroupChange } from './proposals.ts';
import type { Received, Refused } from './received.ts';
import { readSeats, rosterChange, toMember, type Member } from './roster.ts';
import { cipherSuiteOf } from './suite.ts';
import { decodePrivateMessage, encodePrivateMessage, encodeWelcome, maxTextBytes } from './wire.ts';

/** For the server, all at once: it takes the commit if it is the first of its epoch, and then passes on both. */
export interface Committed {
	/** The epoch that it ends. */
	epoch: bigint;
	commit: Uint8Array;
	/** For those who are added; null when nobody is. */
	welcome: Uint8Array | null;
}

interface Pending {
	commit: Uint8Array;
	proposals: Proposal[];
	state: ClientState;
	consumed: Uint8Array[];
}

/**
 * One device's place in the MLS group of a call (RFC 9420). The server orders commits: the first of each epoch
 * counts, and also our own counts only when it comes back from there. What comes from the server is never trusted:
 * whatever is wrong with it is a value, and leaves the group as it was.
 */
export class CallGroup {
	readonly #cipherSuite: CiphersuiteImpl;
	#state: ClientState;
	#pending: Pending | null = null;
	#removed = false;
	/** One thing after another: each starts from what the one before left. */
	#turn: Promise<unknown> = Promise.resolve();

	private constructor(cipherSuite: CiphersuiteImpl, state: ClientState) {
		this.#cipherSuite = cipherSuite;
		this.#state = state;
	}

	/** A new group of this call with nobody else in it. */
	static async found(suite: KeySuite, identity: Identity, callId: string): Promise<CallGroup> {
		return new CallGroup(await cipherSuiteOf(suite), await foundState(suite, identity, callId));
	}

	/** Enters the group of this call to which the offer was added. */
	static async join(offer: JoinOffer, welcome: Uint8Array, callId: string): Promise<CallGroup | Refused> {
		const state = await joinState(offer, welcome, callId);
		return 'refused' in state ? state : new CallGroup(await cipherSuiteOf(offer.suite), state);
	}

	get id(): string {
		return this.#state.groupContext.groupId.toHex();
	}

	get epoch(): bigint {
		return this.#state.groupContext.epoch;
	}

	/** Everybody in the group with us, by leaf. */
	get members(): Member[] {
		return (readSeats(this.#state.ratchetTree) ?? []).map(toMember);
	}

	get ownLeaf(): number {
		return this.#state.privatePath.leafIndex;
	}

	/** False once we were removed: nothing more can be sent or read. */
	get active(): boolean {
		return !this.#removed;
	}

	/**
	 * Prepares the next epoch: adds, removes, or with neither only renews the keys. Whoever is added while still in the
	 * group, as after falling out of step, is taken out first. Nothing changes until the commit comes back by `receive`.
	 */
	commit(change: GroupChange): Promise<Committed | Refused> {
		return this.#inTurn(async () => {
			if (!this.active) return { refused: 'removed' };
			if (this.#pending) return { refused: 'pending' };
			const proposals = proposalsFor(change, this.members, this.ownLeaf);
			if (!Array.isArray(proposals)) return proposals;
			try {
				const result = await createCommit(
					{ state: this.#state, cipherSuite: this.#cipherSuite },
					{ extraProposals: proposals, ratchetTreeExtension: true },
				);
				if (!rosterChange(this.#state.ratchetTree, result.newState.ratchetTree, proposals))
					return { refused: 'forbidden' };
				const commit = encodeMlsMessage(result.commit);
				this.#pending = { commit, proposals, state: result.newState, consumed: result.consumed };
				return { epoch: this.epoch, commit, welcome: result.welcome ? encodeWelcome(result.welcome) : null };
			} catch {
				return {
					refused: proposals.some(({ proposalType }) => proposalType === 'add') ? 'badKeyPackage' : 'forbidden',
				};
			}
		});
	}

	/** The server did not take our commit: the group stays as it is, and another can be made. */
	dropPending(): Promise<void> {
		return this.#inTurn(async () => void (this.#pending = null));
	}

	/** Encrypts up to 48 kB for all members of this epoch. What comes back of it from the server is not authentic. */
	send(bytes: Uint8Array): Promise<Uint8Array | Refused> {
		return this.#inTurn(async () => {
			if (!this.active) return { refused: 'removed' };
			if (bytes.length > maxTextBytes) return { refused: 'malformed' };
			const sent = await createApplicationMessage(this.#state, bytes, this.#cipherSuite);
			this.#state = sent.newState;
			sent.consumed.forEach(zeroOutUint8Array);
			return encodePrivateMessage(sent.privateMessage);
		});
	}

	/** Takes what the server passed on, in its order. */
	receive(bytes: Uint8Array): Promise<Received> {
		return this.#inTurn(async () => {
			if (!this.active) return { kind: 'refused', reason: 'removed' };
			const message = decodePrivateMessage(bytes);
			if (!message) return { kind: 'refused', reason: 'malformed' };
			if (message.groupId.toHex() !== this.id) return { kind: 'refused', reason: 'foreign' };
			if (message.epoch > this.epoch) return { kind: 'outOfStep' };
			try {
				if (message.contentType === 'application') return await this.#receiveText(message);
				if (message.contentType !== 'commit') return { kind: 'refused', reason: 'forbidden' };
				if (message.epoch < this.epoch) return { kind: 'late' };
				const pending = this.#pending;
				return pending && sameBytes(pending.commit, bytes) ? this.#apply(pending) : await this.#receiveCommit(message);
			} catch {
				return { kind: 'refused', reason: 'notAuthentic' };
			}
		});
	}

	/** Key material of this epoch for another purpose. @see RFC 9420, section 8.5 */
	exportKey(label: string, context: Uint8Array, length: number): Promise<Uint8Array> {
		return mlsExporter(this.#state.keySchedule.exporterSecret, label, context, length, this.#cipherSuite);
	}

	/** What works out the code of this epoch, also when another one has come. */
	get comparisonCode(): ComparisonCode {
		const { epochAuthenticator } = this.#state.keySchedule;
		return () => comparisonCode(epochAuthenticator);
	}

	#apply({ state, consumed, proposals }: Pending): Received {
		const before = this.#state;
		const change = rosterChange(before.ratchetTree, state.ratchetTree, proposals);
		const by = this.#memberAt(this.ownLeaf);
		if (!change || !by) return { kind: 'refused', reason: 'forbidden' };
		// What came since the commit was made has used up keys of the old epoch, which must not open it again.
		const historicalReceiverData = new Map(state.historicalReceiverData);
		const old = historicalReceiverData.get(this.epoch);
		if (old) historicalReceiverData.set(this.epoch, { ...old, secretTree: before.secretTree });
		this.#enter({ ...state, historicalReceiverData }, consumed);
		return { kind: 'changed', epoch: this.epoch, by, own: true, ...change };
	}

	async #receiveCommit(message: PrivateMessage): Promise<Received> {
		const before = this.#state;
		const proposals: Proposal[] = [];
		let by: Member | undefined;
		const result = await processPrivateMessage(before, message, emptyPskIndex, this.#cipherSuite, (incoming) => {
			if (incoming.kind !== 'commit') return 'reject';
			by = this.#memberAt(incoming.senderLeafIndex ?? -1);
			proposals.push(...incoming.proposals.map(({ proposal }) => proposal));
			return proposals.every(isOrdinary) && !this.#isRemovedBy(proposals) ? 'accept' : 'reject';
		});
		if (!by || !proposals.every(isOrdinary)) return { kind: 'refused', reason: 'forbidden' };
		if (this.#isRemovedBy(proposals)) {
			this.#removed = true;
			return { kind: 'removed', by };
		}
		const change = rosterChange(before.ratchetTree, result.newState.ratchetTree, proposals);
		if (result.kind !== 'newState' || !change) return { kind: 'refused', reason: 'forbidden' };
		this.#enter(result.newState, result.consumed);
		return { kind: 'changed', epoch: this.epoch, by, own: false, ...change };
	}

	/**
	 * NOTE: asked before ts-mls goes on with the commit, which it cannot when the leaf is given to somebody else at
	 * once: it then sees nobody removed, and fails for want of a key.
	 */
	#isRemovedBy(proposals: Proposal[]): boolean {
		return proposals.some((proposal) => proposal.proposalType === 'remove' && proposal.remove.removed === this.ownLeaf);
	}

	async #receiveText(message: PrivateMessage): Promise<Received> {
		const { epoch, ratchetTree, keySchedule, historicalReceiverData } = { ...this.#state, epoch: this.epoch };
		const of = message.epoch === epoch ? { ratchetTree, ...keySchedule } : historicalReceiverData.get(message.epoch);
		if (!of) return { kind: 'late' };
		const sender = await decryptSenderData(message, of.senderDataSecret, this.#cipherSuite);
		const from = readSeats(of.ratchetTree)?.find(({ leaf }) => leaf === sender?.leafIndex);
		const result = await processPrivateMessage(this.#state, message, emptyPskIndex, this.#cipherSuite);
		if (result.kind !== 'applicationMessage' || !from) return { kind: 'refused', reason: 'notAuthentic' };
		this.#state = result.newState;
		result.consumed.forEach(zeroOutUint8Array);
		// Who was removed meanwhile still has the key of the epoch before.
		if (!this.members.some(({ peerId }) => peerId === from.peerId)) return { kind: 'refused', reason: 'forbidden' };
		return { kind: 'message', from: toMember(from), bytes: result.message };
	}

	#enter(state: ClientState, consumed: Uint8Array[]): void {
		this.#state = state;
		this.#pending = null;
		consumed.forEach(zeroOutUint8Array);
	}

	#memberAt(leaf: number): Member | undefined {
		return this.members.find((member) => member.leaf === leaf);
	}

	#inTurn<T>(act: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(act);
		this.#turn = done.catch(() => undefined);
		return done;
	}
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, index) => byte === b[index]);
