import type { KeySuite } from '../../../../../../shared/contract/signalling/keys.ts';
import { CallGroup, type Committed } from '../CallGroup.ts';
import { offerToJoin } from '../JoinOffer.ts';
import type { GroupChange } from '../proposals.ts';
import type { Received, Refused } from '../received.ts';

export const callId = '3d0c5f0e-9d0b-4d6e-8f57-0f6c5d3f2a11';

/** A peer id, always the same for the same number. */
export const peerIdOf = (person: number): string => `00000000-0000-4000-8000-${String(person).padStart(12, '0')}`;

/** The value, or an error that names the refusal. */
export function taken<T extends object>(value: T): Exclude<T, Refused> {
	if ('refused' in value) throw new Error(`Refused: ${String(value.refused)}`);
	return value as Exclude<T, Refused>;
}

export const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A call whose server does what it should: it takes the first commit of each epoch and passes it to everybody. */
export class TestCall {
	readonly suite: KeySuite;
	readonly groups = new Map<number, CallGroup>();

	private constructor(suite: KeySuite) {
		this.suite = suite;
	}

	static async found(suite: KeySuite, founder = 0): Promise<TestCall> {
		const call = new TestCall(suite);
		call.groups.set(founder, await CallGroup.found(suite, call.identityOf(founder), callId));
		return call;
	}

	static async of(suite: KeySuite, size: number): Promise<TestCall> {
		const call = await TestCall.found(suite);
		const others = Array.from({ length: size - 1 }, (_, index) => index + 1);
		if (others.length > 0) await call.change(0, { add: others });
		return call;
	}

	group(person: number): CallGroup {
		const group = this.groups.get(person);
		if (!group) throw new Error(`${person} is not in the call`);
		return group;
	}

	readonly identityOf = (person: number) => ({ peerId: peerIdOf(person), name: `Person ${person}` });

	offer(person: number) {
		return offerToJoin(this.suite, this.identityOf(person));
	}

	/** One commit, passed to everybody; who is added joins. Answers what each of the others made of it. */
	async change(
		committer: number,
		{ add = [], remove = [] }: { add?: number[]; remove?: number[] },
	): Promise<Map<number, Received>> {
		const offers = await Promise.all(add.map((person) => this.offer(person)));
		const change: GroupChange = { add: offers.map(({ bytes }) => bytes), remove: remove.map(peerIdOf) };
		const { commit, welcome } = taken(await this.group(committer).commit(change));
		const received = await this.passOn(commit);
		for (const person of remove) this.groups.delete(person);
		for (const [index, person] of add.entries()) {
			const offer = offers[index];
			if (!offer || !welcome) throw new Error('Somebody was added without a welcome');
			this.groups.set(person, taken(await CallGroup.join(offer, welcome, callId)));
		}
		return received;
	}

	async passOn(message: Committed['commit']): Promise<Map<number, Received>> {
		const received = new Map<number, Received>();
		for (const [person, group] of this.groups) received.set(person, await group.receive(message));
		return received;
	}
}
