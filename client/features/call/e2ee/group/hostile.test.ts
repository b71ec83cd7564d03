import fc from 'fast-check';
import { createApplicationMessage, createCommit, encodeMlsMessage, type ClientState, type Proposal } from 'ts-mls';
import { describe, expect, test } from 'vitest';
import { CallGroup } from './CallGroup.ts';
import { joinState } from './groupState.ts';
import { toCredential, type Identity } from './identity.ts';
import { offerToJoin } from './JoinOffer.ts';
import { cipherSuiteOf } from './suite.ts';
import { callId, peerIdOf, taken, TestCall, text } from './testing/TestCall.ts';

/** One for each group that they believe to be in. */
async function codesOf(call: TestCall): Promise<string[]> {
	const codes = await Promise.all([...call.groups.values()].map((group) => group.comparisonCode()));
	return [...new Set(codes.map(String))];
}

describe('bytes that are not what they should be', () => {
	test('a commit that was changed anywhere is refused and changes nothing', { timeout: 60_000 }, async () => {
		const call = await TestCall.of('classic', 3);
		const { commit } = taken(await call.group(0).commit({ remove: [peerIdOf(2)] }));
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: commit.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
				const tampered = new Uint8Array(commit);
				tampered[at] = (tampered[at] ?? 0) ^ flip;
				expect(['refused', 'outOfStep', 'late']).toContain((await call.group(1).receive(tampered)).kind);
				expect(call.group(1).epoch).toBe(1n);
			}),
			{ seed: 7, numRuns: 300 },
		);
		expect((await call.passOn(commit)).get(1)).toMatchObject({ kind: 'changed' });
	});

	test('bytes from nowhere are refused', async () => {
		const call = await TestCall.of('classic', 2);
		const offer = await call.offer(7);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
				expect((await call.group(1).receive(bytes)).kind).toBe('refused');
				expect(await CallGroup.join(offer, bytes, callId)).toHaveProperty('refused');
				expect(await call.group(1).commit({ add: [bytes] })).toEqual({ refused: 'badKeyPackage' });
			}),
			{ seed: 8, numRuns: 300 },
		);
		expect(await codesOf(call)).toHaveLength(1);
	});

	test('what is too large is not sent, and nothing may stand behind a message', async () => {
		const call = await TestCall.of('classic', 2);
		const sent = taken(await call.group(0).send(new Uint8Array(48_000)));
		expect((await call.group(1).receive(sent)).kind).toBe('message');
		expect(await call.group(1).receive(new Uint8Array([...sent, 0]))).toEqual({ kind: 'refused', reason: 'malformed' });
		expect(await call.group(0).send(new Uint8Array(48_001))).toEqual({ refused: 'malformed' });
	});

	test('another group’s commit is foreign, also one of the same call', async () => {
		const [call, other] = await Promise.all([TestCall.of('classic', 2), TestCall.of('classic', 2)]);
		const { commit } = taken(await other.group(0).commit({}));
		expect(await call.group(1).receive(commit)).toEqual({ kind: 'refused', reason: 'foreign' });
	});

	test('what somebody sends back to its author is not taken for somebody else’s', async () => {
		const call = await TestCall.of('classic', 2);
		const sent = taken(await call.group(0).send(text('mine')));
		expect(await call.group(0).receive(sent)).toEqual({ kind: 'refused', reason: 'notAuthentic' });
	});
});

describe('who may come in', () => {
	const identity = { peerId: peerIdOf(9), name: 'Person 9' };

	test('a welcome is good for its offer, its call and one suite alone', async () => {
		const group = await CallGroup.found('classic', { peerId: peerIdOf(0), name: 'Host' }, callId);
		const [offer, other, stronger] = await Promise.all([
			offerToJoin('classic', identity),
			offerToJoin('classic', identity),
			offerToJoin('postQuantum', identity),
		]);
		const { welcome, commit } = taken(await group.commit({ add: [offer.bytes] }));
		if (!welcome) throw new Error('No welcome');
		await group.receive(commit);
		expect(await CallGroup.join(other, welcome, callId)).toEqual({ refused: 'notAuthentic' });
		expect(await CallGroup.join(stronger, welcome, callId)).toEqual({ refused: 'notAuthentic' });
		expect(await CallGroup.join(offer, welcome, peerIdOf(1))).toEqual({ refused: 'foreign' });
		expect(await CallGroup.join(offer, commit, callId)).toEqual({ refused: 'malformed' });
		const changed = new Uint8Array(welcome);
		changed[changed.length - 20] = (changed.at(-20) ?? 0) ^ 1;
		expect(await CallGroup.join(offer, changed, callId)).toEqual({ refused: 'notAuthentic' });
		expect(taken(await CallGroup.join(offer, welcome, callId)).members).toHaveLength(2);
	});

	test('a key package of another suite, a changed one, or two of one peer add nobody', async () => {
		const call = await TestCall.of('classic', 2);
		const [stronger, one, two] = await Promise.all([
			offerToJoin('postQuantum', identity),
			offerToJoin('classic', identity),
			offerToJoin('classic', identity),
		]);
		const changed = new Uint8Array(one.bytes);
		changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
		const group = call.group(0);
		expect(await group.commit({ add: [stronger.bytes] })).toEqual({ refused: 'badKeyPackage' });
		expect(await group.commit({ add: [changed] })).toEqual({ refused: 'badKeyPackage' });
		expect(await group.commit({ add: [one.bytes, two.bytes] })).toEqual({ refused: 'forbidden' });
		expect(await group.commit({ remove: [peerIdOf(0)] })).toEqual({ refused: 'forbidden' });
		await call.change(0, { add: [9] });
		expect(await codesOf(call)).toHaveLength(1);
	});

	test('a name that is too long, or a peer id that is none, is nobody', async () => {
		const call = await TestCall.of('classic', 1);
		for (const wrong of [
			{ peerId: 'host', name: 'Host' },
			{ peerId: peerIdOf(9), name: 'x'.repeat(121) },
			{ peerId: peerIdOf(9), name: ' ' },
		]) {
			const offer = await offerToJoin('classic', wrong);
			expect(await call.group(0).commit({ add: [offer.bytes] })).toEqual({ refused: 'badKeyPackage' });
		}
	});
});

describe('a member that does what it may not', () => {
	/** Person 1's state, without what keeps our own code from misusing it. */
	async function insider(): Promise<{ call: TestCall; state: ClientState }> {
		const call = await TestCall.found('classic');
		const offer = await call.offer(1);
		const { commit, welcome } = taken(await call.group(0).commit({ add: [offer.bytes] }));
		await call.passOn(commit);
		if (!welcome) throw new Error('No welcome');
		return { call, state: taken(await joinState(offer, welcome, callId)) };
	}

	const commitOf = async (state: ClientState, extraProposals: Proposal[] = []) =>
		encodeMlsMessage(
			(await createCommit({ state, cipherSuite: await cipherSuiteOf('classic') }, { extraProposals })).commit,
		);

	function disguised(state: ClientState, identity: Identity): ClientState {
		const node = state.privatePath.leafIndex * 2;
		const own = state.ratchetTree[node];
		if (own?.nodeType !== 'leaf') throw new Error('No leaf of our own');
		const leaf = { ...own.leaf, credential: toCredential(identity) };
		return { ...state, ratchetTree: state.ratchetTree.with(node, { ...own, leaf }) };
	}

	test('an ordinary commit of it is taken', async () => {
		const { call, state } = await insider();
		expect(await call.group(0).receive(await commitOf(state))).toMatchObject({
			kind: 'changed',
			by: { name: 'Person 1' },
		});
	});

	test.each([
		{ peerId: peerIdOf(1), name: 'Dr. Somebody Else' },
		{ peerId: peerIdOf(5), name: 'Person 1' },
		{ peerId: peerIdOf(0), name: 'Person 0' },
	])('it cannot become $name, $peerId', async (identity) => {
		const { call, state } = await insider();
		const commit = await commitOf(disguised(state, identity));
		expect(await call.group(0).receive(commit)).toEqual({ kind: 'refused', reason: 'forbidden' });
		expect(call.group(0).epoch).toBe(1n);
	});

	test('it cannot send what is too large', async () => {
		const { call, state } = await insider();
		const textOf = async (length: number) => {
			const cipherSuite = await cipherSuiteOf('classic');
			const { privateMessage } = await createApplicationMessage(state, new Uint8Array(length), cipherSuite);
			return encodeMlsMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage });
		};
		expect(await call.group(0).receive(await textOf(132_000))).toEqual({ kind: 'refused', reason: 'malformed' });
		expect(await call.group(0).receive(await textOf(130_000))).toMatchObject({ kind: 'message' });
	});

	test('it cannot change what the group is', async () => {
		const { call, state } = await insider();
		const commit = await commitOf(state, [
			{ proposalType: 'group_context_extensions', groupContextExtensions: { extensions: [] } },
		]);
		expect(await call.group(0).receive(commit)).toEqual({ kind: 'refused', reason: 'forbidden' });
	});

	test('it cannot add somebody in the name of a member', async () => {
		const { call, state } = await insider();
		const { keyPackage } = await call.offer(0);
		const commit = await commitOf(state, [{ proposalType: 'add', add: { keyPackage } }]);
		expect(await call.group(0).receive(commit)).toEqual({ kind: 'refused', reason: 'forbidden' });
	});
});
