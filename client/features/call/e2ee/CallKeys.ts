import type { CallNotification } from '../../../../shared/contract/signalling/notifications.ts';
import type { CallRequestInput, Standing } from '../../../../shared/contract/signalling/requests.ts';
import type { EpochKeys } from './frames/KeyRing.ts';
import { CallGroup } from './group/CallGroup.ts';
import { frameKeysOf } from './group/frameKeys.ts';
import type { Identity } from './group/identity.ts';
import { offeredIdentity, offerToJoin, type JoinOffer } from './group/JoinOffer.ts';
import type { GroupChange } from './group/proposals.ts';
import type { Member } from './group/roster.ts';
import type { GroupSuite } from './group/suite.ts';
import { fromPieces, toPieces } from './pieces.ts';

/**
 * How long we go on with the key before, in ms, so that those who hear of the change last lose nothing. Shorter when
 * somebody came: until then we are not heard or seen there.
 */
const sendAfterMs = { somebodyCame: 100, nobodyCame: 300 };
/** Not more often than this is an offer made anew that nobody took. */
const offerAgainMs = 5_000;
/** A welcome to an older offer may be on its way when a newer one is made. */
const keptOffers = 3;

const suite: GroupSuite = 'postQuantum';

type Offered = CallNotification<'keysWanted'>['add'][number];
type KeyRequest = 'offerKeys' | 'foundKeys' | 'commitKeys';

/** Where this device's place in the group stands. */
export interface KeyState {
	/** Five groups of five digits; null while there is no group. */
	code: string[] | null;
	members: Pick<Member, 'peerId' | 'name'>[];
}

export interface CallKeysOptions {
	identity: Identity;
	/** Sends to the server. Rejects when it was refused, or never arrived. */
	request<N extends KeyRequest>(name: N, data: CallRequestInput<N>): Promise<unknown>;
	/** Whether somebody of this id and name is in the call, as far as is known here. */
	knows(identity: Identity): boolean;
	frames: { addEpoch(keys: EpochKeys): void; forget(): void };
	changed(state: KeyState): void;
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

	wanted({ found, add, remove }: CallNotification<'keysWanted'>): void {
		this.#inTurn(() => (found ? this.#found() : this.#commit(add, remove)));
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
			const own = this.#group;
			if (own?.id !== group) return this.#offerAgain();
			const alone = own.members.length === 1;
			const received = await own.receive(fromPieces(commit));
			if (received.kind === 'changed') {
				const afterMs = received.added.length > 0 ? sendAfterMs.somebodyCame : sendAfterMs.nobodyCame;
				return this.#enter(own, alone ? 0 : afterMs);
			}
			if (received.kind === 'removed') this.#leave();
			if (received.kind !== 'late') await this.#offerAgain();
		});
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

	/** Takes no part any more: another device, or another peer, has this one's place. */
	close(): void {
		this.#closed = true;
	}

	async #found(): Promise<void> {
		this.#founding = await CallGroup.found(suite, this.#options.identity, this.#callId);
		this.#ask('foundKeys', { group: this.#founding.id });
	}

	async #commit(
		add: CallNotification<'keysWanted'>['add'],
		remove: CallNotification<'keysWanted'>['remove'],
	): Promise<void> {
		const group = this.#group;
		if (!group) return this.#offerAgain();
		// Asked again: what was sent before has not counted.
		await group.dropPending();
		const gone = group.members.filter((member) => remove.includes(member.peerId) && !this.#options.knows(member));
		if (add.length === 0 && gone.length === 0) return;
		const removed = gone.map(({ peerId }) => peerId);
		let added = await this.#genuine(add);
		let committed = await group.commit(changeOf(added, removed));
		if ('refused' in committed && added.length > 0) {
			// One bad offer spoils it for all.
			added = await whoCanBeAdded(group, added);
			committed = await group.commit(changeOf(added, removed));
		}
		if ('refused' in committed) return;
		const { epoch, commit, welcome } = committed;
		this.#ask('commitKeys', {
			group: group.id,
			epoch: Number(epoch),
			commit: toPieces(commit),
			welcome: welcome ? toPieces(welcome) : [],
			added: added.map(({ peerId }) => peerId),
			refused: add.filter((offer) => !added.includes(offer)).map(({ peerId }) => peerId),
			removed,
		});
	}

	async #genuine(offers: readonly Offered[]): Promise<Offered[]> {
		const genuine: Offered[] = [];
		for (const offer of offers) if (await this.#isWhoTheySay(offer)) genuine.push(offer);
		return genuine;
	}

	/** The server says whose an offer is; the offer itself must say the same, with the name that everybody sees. */
	async #isWhoTheySay({ peerId, keyPackage }: Offered): Promise<boolean> {
		const identity = await offeredIdentity(keyPackage);
		return identity?.peerId === peerId && this.#options.knows(identity);
	}

	async #enter(group: CallGroup, afterMs: number): Promise<void> {
		this.#group = group;
		this.#options.frames.addEpoch(await frameKeysOf(group, afterMs));
		// Nothing that follows has to wait for the code, which takes its time.
		this.#tell(group).catch(this.#options.failed);
	}

	async #tell(group: CallGroup): Promise<void> {
		const { epoch } = group;
		const members = group.members.map(({ peerId, name }) => ({ peerId, name }));
		const code = await group.comparisonCode();
		if (this.#group === group && group.epoch === epoch && !this.#closed) this.#options.changed({ code, members });
	}

	#leave(): void {
		this.#group = null;
		this.#options.frames.forget();
		this.#options.changed({ code: null, members: [] });
	}

	/** Out of step with the others, who have to add us again. */
	async #offerAgain(): Promise<void> {
		if (this.#offers.length === 0 || this.#options.now() - this.#offeredAt > offerAgainMs) await this.#offer();
	}

	async #offer(): Promise<void> {
		this.#offeredAt = this.#options.now();
		const offer = await offerToJoin(suite, this.#options.identity);
		this.#offers = [...this.#offers, offer].slice(-keptOffers);
		this.#unsent = offer;
		this.#send(offer);
	}

	#send(offer: JoinOffer): void {
		const sent = this.#options.request('offerKeys', { keyPackage: offer.bytes });
		sent.then(
			() => {
				if (this.#unsent === offer) this.#unsent = null;
			},
			() => setTimeout(() => this.#unsent === offer && !this.#closed && this.#send(offer), offerAgainMs),
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

const changeOf = (added: readonly Offered[], removed: readonly string[]): GroupChange => ({
	add: added.map(({ keyPackage }) => keyPackage),
	remove: removed,
});

async function whoCanBeAdded(group: CallGroup, offers: readonly Offered[]): Promise<Offered[]> {
	const able: Offered[] = [];
	for (const offer of offers) {
		const committed = await group.commit(changeOf([offer], []));
		if (!('refused' in committed)) able.push(offer);
		await group.dropPending();
	}
	return able;
}
