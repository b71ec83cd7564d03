import type { KeySuite } from '../../../../shared/contract/signalling/keys.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { CallNotification } from '../../../../shared/contract/signalling/notifications.ts';
import type { CallRequestInput, Standing } from '../../../../shared/contract/signalling/requests.ts';
import type { EpochKeys } from './frames/KeyRing.ts';
import { CallGroup } from './group/CallGroup.ts';
import type { ComparisonCode } from './group/comparisonCode.ts';
import { frameKeysOf } from './group/frameKeys.ts';
import type { Identity } from './group/identity.ts';
import { encodeMessage, readMessage, type GroupMessage } from './group/groupMessage.ts';
import { offerToJoin, type JoinOffer } from './group/JoinOffer.ts';
import type { Received } from './group/received.ts';
import type { Member } from './group/roster.ts';
import { nextCommit } from './nextCommit.ts';
import { fromPieces } from './pieces.ts';

/**
 * How long we go on with the key before at most, in ms, so that those who hear of the change last lose nothing: with
 * 100, a third person's coming cost the other two a picture for 0.4 s. Whoever came sees nothing until then, so it is
 * over as soon as the server says that all read the new one; a server that says so too early only makes them miss that.
 */
const sendAfterMs = 300;
/** Not more often than this is an offer made anew that nobody took. */
const offerAgainMs = 5_000;
/** A welcome to an older offer may be on its way when a newer one is made. */
const keptOffers = 3;

type KeyRequest = 'offerKeys' | 'foundKeys' | 'commitKeys' | 'reachedKeys' | 'sendSealed';

/** Where this device's place in the group stands. */
export interface KeyState {
	/** Nobody while there is no group. */
	members: Pick<Member, 'peerId' | 'name'>[];
	/** Works out the code that everybody in this epoch has the same; null while there is no group. */
	code: ComparisonCode | null;
}

export interface CallKeysOptions {
	identity: Identity;
	suite: KeySuite;
	/** Sends to the server. Rejects when it was refused, or never arrived. */
	request<N extends KeyRequest>(name: N, data: CallRequestInput<N>): Promise<unknown>;
	/** Whether somebody of this id and name is in the call, as far as is known here. */
	knows(identity: Identity): boolean;
	frames: { addEpoch(keys: EpochKeys): void; sendUnder(group: string, epoch: bigint): void; forget(): void };
	changed(state: KeyState): void;
	/** What another member told the group. */
	received(from: Identity, message: GroupMessage): void;
	/** Something failed that nobody foresaw; it goes on with what comes next. */
	failed(error: unknown): void;
	now: () => number;
}

/**
 * Keeps this device in the call's group, whatever is lost on the way, and hands the keys of each epoch to the
 * frames. What it is told it does one after another.
 */
export class CallKeys {
	readonly #options: CallKeysOptions;
	#callId = '';
	#group: CallGroup | null = null;
	/** Begun, and not yet taken by the server. */
	#founding: CallGroup | null = null;
	/** Newest last. */
	#offers: JoinOffer[] = [];
	/** The newest offer, until the server has it. */
	#unsent: JoinOffer | null = null;
	/** The offer that is on its way. The server would take its double for another one, and have us added twice. */
	#sending: JoinOffer | null = null;
	#offeredAt = -Infinity;
	#closed = false;
	#turn: Promise<unknown> = Promise.resolve();

	constructor(options: CallKeysOptions) {
		this.#options = options;
	}

	/** Our place in the group, to tell a server that has forgotten it; null while there is none. */
	get standing(): Standing['keys'] {
		if (!this.#group?.active) return null;
		const { id: group, epoch, members } = this.#group;
		return { group, epoch: Number(epoch), members: members.map(({ peerId }) => peerId) };
	}

	/** At the door, in the call, or back with a new socket: offers to join, unless that is done. */
	arrive(callId: string | null): void {
		if (callId !== null) this.#callId = callId;
		this.#inTurn(async () => {
			if (this.#unsent) this.#send(this.#unsent);
			else if (!this.#group && this.#offers.length === 0) await this.#offer();
		});
	}

	wanted(wanted: CallNotification<'keysWanted'>): void {
		this.#inTurn(() => (wanted.found ? this.#found() : this.#commit(wanted)));
	}

	founded({ group }: CallNotification<'keysFounded'>): void {
		this.#inTurn(async () => {
			if (group === this.#group?.id) return;
			const own = this.#founding?.id === group ? this.#founding : null;
			this.#founding = null;
			if (own) {
				this.#offers = [];
				await this.#enter(own, 0);
			} else if (this.#group) {
				this.#leave();
				await this.#offer();
			}
		});
	}

	committed({ group, commit }: CallNotification<'keysCommitted'>): void {
		this.#inTurn(async () => {
			if (this.#group?.id !== group) return this.#offerAgain();
			const { kind } = await this.#take(this.#group, fromPieces(commit));
			if (kind !== 'changed' && kind !== 'late') await this.#offerAgain();
		});
	}

	/** Everybody reads this epoch. */
	reached({ group, epoch }: CallNotification<'keysReached'>): void {
		this.#inTurn(async () => this.#options.frames.sendUnder(group, BigInt(epoch)));
	}

	welcomed({ welcome }: CallNotification<'keysWelcome'>): void {
		this.#inTurn(async () => {
			const bytes = fromPieces(welcome);
			for (const offer of this.#offers.toReversed()) {
				const group = await CallGroup.join(offer, bytes, this.#callId);
				if ('refused' in group) continue;
				this.#offers = this.#offers.slice(this.#offers.indexOf(offer) + 1);
				return this.#enter(group, 0);
			}
			return this.#offerAgain();
		});
	}

	/** The group has gone on without us, or never knew of our offer. */
	offerWanted(): void {
		this.#inTurn(async () => {
			if (!this.#unsent) await this.#offer();
		});
	}

	sealedReceived({ sealed }: CallNotification<'sealedReceived'>): void {
		this.#inTurn(async () => {
			if (!this.#group) return;
			const { kind } = await this.#take(this.#group, sealed);
			if (kind === 'outOfStep' || kind === 'removed') await this.#offerAgain();
		});
	}

	/** Tells everybody else in the group. @throws SamtalError `KEYS_MISSING`, or as the server answered. */
	async send(message: GroupMessage): Promise<void> {
		const sealing = this.#turn.then(() => this.#group?.send(encodeMessage(message)));
		this.#turn = sealing.catch(() => undefined);
		const sealed = await sealing;
		if (!sealed || 'refused' in sealed) throw new SamtalError('KEYS_MISSING');
		await this.#options.request('sendSealed', { sealed });
	}

	/** Takes no part any more: another device, or another peer, has this one's place. */
	close(): void {
		this.#closed = true;
	}

	async #found(): Promise<void> {
		this.#founding = await CallGroup.found(this.#options.suite, this.#options.identity, this.#callId);
		this.#ask('foundKeys', { group: this.#founding.id });
	}

	async #commit(wanted: CallNotification<'keysWanted'>): Promise<void> {
		if (!this.#group) return this.#offerAgain();
		const commit = await nextCommit(this.#group, wanted, this.#options.knows);
		if (commit) this.#ask('commitKeys', commit);
	}

	/** What came of the group itself, by whichever way the server passed it on. */
	async #take(group: CallGroup, bytes: Uint8Array): Promise<Received> {
		const alone = group.members.length === 1;
		const received = await group.receive(bytes);
		if (received.kind === 'changed') {
			await this.#enter(group, alone ? 0 : sendAfterMs);
			if (!alone) this.#ask('reachedKeys', { group: group.id, epoch: Number(group.epoch) });
		} else if (received.kind === 'removed') {
			this.#leave();
		} else if (received.kind === 'message') {
			const message = readMessage(received.bytes);
			if (message) this.#options.received(received.from, message);
		}
		return received;
	}

	async #enter(group: CallGroup, afterMs: number): Promise<void> {
		this.#group = group;
		this.#options.frames.addEpoch(await frameKeysOf(group, afterMs));
		if (this.#closed) return;
		const members = group.members.map(({ peerId, name }) => ({ peerId, name }));
		this.#options.changed({ members, code: group.comparisonCode });
	}

	#leave(): void {
		this.#group = null;
		this.#options.frames.forget();
		this.#options.changed({ members: [], code: null });
	}

	/** Out of step with the others, who have to add us again. */
	async #offerAgain(): Promise<void> {
		if (this.#offers.length === 0 || this.#options.now() - this.#offeredAt > offerAgainMs) await this.#offer();
	}

	async #offer(): Promise<void> {
		this.#offeredAt = this.#options.now();
		const offer = await offerToJoin(this.#options.suite, this.#options.identity);
		this.#offers = [...this.#offers, offer].slice(-keptOffers);
		this.#unsent = offer;
		this.#send(offer);
	}

	#send(offer: JoinOffer): void {
		if (this.#sending === offer) return;
		this.#sending = offer;
		const sent = this.#options.request('offerKeys', { keyPackage: offer.bytes });
		sent.then(
			() => {
				if (this.#unsent === offer) this.#unsent = null;
			},
			() => {
				if (this.#sending === offer) this.#sending = null;
				setTimeout(() => this.#unsent === offer && !this.#closed && this.#send(offer), offerAgainMs);
			},
		);
	}

	/** Whether it counts is said by what the server tells everybody. */
	#ask<N extends KeyRequest>(name: N, data: CallRequestInput<N>): void {
		this.#options.request(name, data).catch(() => undefined);
	}

	#inTurn(act: () => Promise<void>): void {
		this.#turn = this.#turn.then(() => (this.#closed ? undefined : act())).catch(this.#options.failed);
	}
}
