import type { CallRequestInput } from '../../../../../shared/contract/signalling/requests.ts';
import { CallKeys, type KeyState } from '../CallKeys.ts';
import type { EpochKeys } from '../frames/KeyRing.ts';
import type { GroupMessage } from '../group/groupMessage.ts';
import { peerIdOf } from '../group/testing/TestCall.ts';

const callId = '3d0c5f0e-9d0b-4d6e-8f57-0f6c5d3f2a11';

export interface TestPeer {
	keys: CallKeys;
	peerId: string;
	name: string;
	/** What the page would show last; the code is null until it is worked out. */
	state: Pick<KeyState, 'members'> & { code: string[] | null };
	/** What the frames were given, in order; null where they had to forget. */
	epochs: (EpochKeys | null)[];
	/** The epochs under which it was told to send before it had to. */
	sendsUnder: bigint[];
	/** What the others told, and who, by the name that their keys say. */
	received: { from: string; message: GroupMessage }[];
	/** Package of the newest offer. */
	offer: Uint8Array | null;
	/** How many offers came. */
	offers: number;
}

type CommitData = CallRequestInput<'commitKeys'>;

/** Stands for the server, and lets a test lose, refuse or reorder what it likes. */
export class KeyRelay {
	readonly peers: TestPeer[] = [];
	/** Foundings and commits that came and were not passed on yet, oldest first. */
	readonly founded: { peer: TestPeer; group: string }[] = [];
	readonly commits: { peer: TestPeer; data: CommitData }[] = [];
	/** Who said that they read which epoch, oldest first. */
	readonly reached: { peer: TestPeer; epoch: number }[] = [];
	/** Sealed messages that came and were not passed on yet, oldest first. */
	readonly sealed: { peer: TestPeer; sealed: Uint8Array }[] = [];
	now = 0;
	offline = false;
	/** What comes is taken at once, and answered after this. */
	answering: Promise<unknown> = Promise.resolve();

	/** Somebody comes into the call. `saysTheyAre` is what their offer claims. */
	join(person: number, saysTheyAre = person): TestPeer {
		const identity = { peerId: peerIdOf(saysTheyAre), name: `Person ${saysTheyAre}` };
		const peer: TestPeer = {
			keys: new CallKeys({
				identity,
				suite: 'postQuantum',
				now: () => this.now,
				failed: (error) => {
					throw error;
				},
				knows: (known) => this.peers.some(({ peerId, name }) => known.peerId === peerId && known.name === name),
				frames: {
					addEpoch: (keys) => void peer.epochs.push(keys),
					sendUnder: (_, epoch) => void peer.sendsUnder.push(epoch),
					forget: () => void peer.epochs.push(null),
				},
				changed: ({ members, code }) => {
					const state: TestPeer['state'] = { members, code: null };
					peer.state = state;
					void code?.().then((digits) => (state.code = digits));
				},
				received: (from, message) => void peer.received.push({ from: from.name, message }),
				request: async (name, data) => {
					const answer = this.#take(peer, name, data);
					await this.answering;
					return answer;
				},
			}),
			peerId: peerIdOf(person),
			name: `Person ${person}`,
			state: { code: null, members: [] },
			epochs: [],
			sendsUnder: [],
			received: [],
			offer: null,
			offers: 0,
		};
		this.peers.push(peer);
		peer.keys.arrive(callId);
		return peer;
	}

	leave(peer: TestPeer): void {
		this.peers.splice(this.peers.indexOf(peer), 1);
	}

	want(keeper: TestPeer, add: readonly TestPeer[], remove: readonly TestPeer[] = []): void {
		keeper.keys.wanted({
			found: false,
			add: add.map(({ peerId, offer }) => ({ peerId, keyPackage: offer ?? new Uint8Array(1) })),
			remove: remove.map(({ peerId }) => peerId),
		});
	}

	/** Passes a commit on as the server does. */
	pass({ data: { group, epoch, commit, welcome, added } }: { data: CommitData }): void {
		for (const peer of this.peers) {
			if (added.includes(peer.peerId)) peer.keys.welcomed({ group, welcome: plain(welcome) });
			else if (peer.state.members.length > 0) peer.keys.committed({ group, epoch, commit: plain(commit) });
		}
	}

	/** Passes a message on to everybody but its author. */
	tell({ peer: author, sealed }: { peer: TestPeer; sealed: Uint8Array }): void {
		for (const peer of this.peers) if (peer !== author) peer.keys.sealedReceived({ sealed });
	}

	#take(peer: TestPeer, name: string, data: object): object {
		if (this.offline) throw new Error('No socket');
		if (name === 'offerKeys' && 'keyPackage' in data && data.keyPackage instanceof Uint8Array) {
			peer.offer = data.keyPackage;
			peer.offers += 1;
		} else if (name === 'foundKeys' && 'group' in data) this.founded.push({ peer, group: String(data.group) });
		else if (name === 'reachedKeys' && 'epoch' in data) this.reached.push({ peer, epoch: Number(data.epoch) });
		else if (name === 'sendSealed' && 'sealed' in data && data.sealed instanceof Uint8Array)
			this.sealed.push({ peer, sealed: data.sealed });
		else this.commits.push({ peer, data: data as CommitData });
		return {};
	}
}

const plain = (pieces: readonly (Uint8Array | ArrayBuffer)[]) => pieces.map((piece) => new Uint8Array(piece));
