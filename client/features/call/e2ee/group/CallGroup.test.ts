import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallGroup } from './CallGroup.ts';
import { frameKeysOf } from './frameKeys.ts';
import { peerIdOf, taken, TestCall, text } from './testing/TestCall.ts';

const mediaKey = (group: CallGroup) => group.exportKey('SFrame 1.0 Base Key', new Uint8Array(), 32);
const everybody = (call: TestCall) => [...call.groups.values()];
const keysOf = async (call: TestCall) =>
	new Set((await Promise.all(everybody(call).map(mediaKey))).map((key) => key.toHex()));
const codesOf = async (call: TestCall) =>
	new Set((await Promise.all(everybody(call).map((group) => group.comparisonCode()))).map((code) => code.join(' ')));

/** All agree on epoch, members and keys, and those are whom the test put there. */
async function expectOneGroup(call: TestCall): Promise<void> {
	const people = [...call.groups.keys()].map(peerIdOf).toSorted();
	const rosters = everybody(call).map(({ members }) => members);
	for (const roster of rosters) expect(roster).toEqual(rosters[0]);
	expect(rosters[0]?.map(({ peerId }) => peerId).toSorted()).toEqual(people);
	expect(new Set(everybody(call).map(({ epoch }) => epoch)).size).toBe(1);
	expect((await keysOf(call)).size).toBe(1);
}

describe.each(['postQuantum', 'classic'] as const)('with the %s suite', (suite) => {
	test('from 1 to 30 members and back everybody has the same keys', { timeout: 60_000 }, async () => {
		const call = await TestCall.found(suite);
		await expectOneGroup(call);
		await call.change(0, { add: [1] });
		await expectOneGroup(call);
		await call.change(1, { add: Array.from({ length: 28 }, (_, index) => index + 2) });
		await expectOneGroup(call);
		expect(call.group(0).members).toHaveLength(30);
		await call.change(29, { remove: Array.from({ length: 28 }, (_, index) => index) });
		await expectOneGroup(call);
		await call.change(28, { remove: [29] });
		await expectOneGroup(call);
	});
});

test('a storm of joins, leaves and renewals leaves one group', { timeout: 120_000 }, async () => {
	const people = fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 5 });
	const storm = fc.array(fc.record({ by: fc.nat(), add: people, remove: people }), { minLength: 1, maxLength: 8 });
	await fc.assert(
		fc.asyncProperty(storm, async (steps) => {
			const call = await TestCall.of('classic', 3);
			for (const { by, add, remove } of steps) {
				const present = [...call.groups.keys()];
				const committer = present[by % present.length] ?? 0;
				const leaving = remove.filter((person) => person !== committer && present.includes(person));
				const coming = add.filter((person) => person !== committer && !leaving.includes(person));
				await call.change(committer, { add: coming, remove: leaving });
				await expectOneGroup(call);
				const sent = taken(await call.group(committer).send(text('hello')));
				for (const [person, received] of await call.passOn(sent)) {
					if (person !== committer) expect(received).toMatchObject({ kind: 'message', bytes: text('hello') });
				}
			}
		}),
		{ seed: 9420, numRuns: 5 },
	);
});

test('what a commit changed is told with the names that the members are bound to', async () => {
	const call = await TestCall.of('classic', 3);
	const received = await call.change(0, { add: [5], remove: [2] });
	const change = {
		kind: 'changed',
		epoch: 2n,
		by: { peerId: peerIdOf(0) },
		added: [{ peerId: peerIdOf(5), name: 'Person 5' }],
		removed: [{ peerId: peerIdOf(2), name: 'Person 2' }],
	};
	expect(received.get(0)).toMatchObject({ ...change, own: true });
	expect(received.get(1)).toMatchObject({ ...change, own: false });
	expect(received.get(2)).toMatchObject({ kind: 'removed', by: { peerId: peerIdOf(0) } });
});

test('whose place is empty afterwards hears of the removal too', async () => {
	const call = await TestCall.of('classic', 3);
	expect((await call.change(0, { remove: [1] })).get(1)).toMatchObject({ kind: 'removed' });
});

test('whoever was removed can read nothing that follows, nor send', async () => {
	const call = await TestCall.of('classic', 3);
	const gone = call.group(2);
	const keyBefore = await mediaKey(gone);
	await call.change(0, { remove: [2] });
	expect(gone.active).toBe(false);
	expect(await mediaKey(gone)).toEqual(keyBefore);
	expect(await keysOf(call)).not.toContain(keyBefore.toHex());
	const sent = taken(await call.group(0).send(text('after')));
	expect(await gone.receive(sent)).toEqual({ kind: 'refused', reason: 'removed' });
	expect(await gone.send(text('still here?'))).toEqual({ refused: 'removed' });
	expect(await gone.commit({})).toEqual({ refused: 'removed' });
});

test('a removed member that does not hear of it cannot read what follows either', async () => {
	const call = await TestCall.of('classic', 3);
	const gone = call.group(2);
	call.groups.delete(2);
	const { commit } = taken(await call.group(0).commit({ remove: [peerIdOf(2)] }));
	await call.passOn(commit);
	const sent = taken(await call.group(0).send(text('after')));
	expect(await gone.receive(sent)).toEqual({ kind: 'outOfStep' });
	expect((await keysOf(call)).has((await mediaKey(gone)).toHex())).toBe(false);
});

test('a newcomer cannot read what was before, nor has its keys', async () => {
	const call = await TestCall.of('classic', 2);
	const before = await mediaKey(call.group(0));
	const sent = taken(await call.group(0).send(text('before')));
	await call.change(0, { add: [2] });
	expect(await call.group(2).receive(sent)).toEqual({ kind: 'late' });
	expect((await mediaKey(call.group(2))).toHex()).not.toBe(before.toHex());
});

test('a text of the epoch before is still read once, also by who ended that epoch', async () => {
	const call = await TestCall.of('classic', 3);
	const early = taken(await call.group(1).send(text('early')));
	const next = taken(await call.group(1).send(text('next')));
	const { commit } = taken(await call.group(0).commit({}));
	expect(await call.group(0).receive(early)).toMatchObject({ kind: 'message', from: { peerId: peerIdOf(1) } });
	await call.passOn(commit);
	expect(await call.group(0).receive(early)).toEqual({ kind: 'refused', reason: 'notAuthentic' });
	expect(await call.group(0).receive(next)).toMatchObject({ kind: 'message', bytes: text('next') });
	expect(await call.group(2).receive(early)).toMatchObject({ kind: 'message', bytes: text('early') });
	expect(await call.group(2).receive(early)).toEqual({ kind: 'refused', reason: 'notAuthentic' });
});

describe('the order of commits', () => {
	test('of two commits at once the first counts; the other one’s author can go on', async () => {
		const call = await TestCall.of('classic', 3);
		const first = taken(await call.group(0).commit({}));
		const second = taken(await call.group(1).commit({ remove: [peerIdOf(2)] }));
		const late = { kind: 'late' };
		await call.passOn(first.commit);
		await expectOneGroup(call);
		expect([...(await call.passOn(second.commit)).values()]).toEqual([late, late, late]);
		await call.change(1, { remove: [2] });
		await expectOneGroup(call);
	});

	test('an own commit changes nothing before it comes back, and can be dropped', async () => {
		const call = await TestCall.of('classic', 2);
		const { commit } = taken(await call.group(0).commit({ remove: [peerIdOf(1)] }));
		expect(call.group(0).epoch).toBe(1n);
		expect(await call.group(0).commit({})).toEqual({ refused: 'pending' });
		await expectOneGroup(call);
		await call.group(0).dropPending();
		await call.change(0, {});
		await expectOneGroup(call);
		expect(await call.group(0).receive(commit)).toEqual({ kind: 'late' });
	});

	test('a commit that comes twice counts once', async () => {
		const call = await TestCall.of('classic', 2);
		const { commit } = taken(await call.group(0).commit({}));
		await call.passOn(commit);
		expect([...(await call.passOn(commit)).values()]).toEqual([{ kind: 'late' }, { kind: 'late' }]);
		await expectOneGroup(call);
	});

	test('who missed a commit is out of step, and in again when added anew', async () => {
		const call = await TestCall.of('classic', 3);
		const lost = call.group(2);
		call.groups.delete(2);
		await call.change(0, {});
		const { commit } = taken(await call.group(1).commit({}));
		expect(await lost.receive(commit)).toEqual({ kind: 'outOfStep' });
		await call.passOn(commit);
		expect(await lost.receive(taken(await call.group(0).send(text('you?'))))).toEqual({ kind: 'outOfStep' });
		const received = await call.change(0, { add: [2] });
		expect(received.get(1)).toMatchObject({
			added: [{ peerId: peerIdOf(2) }],
			removed: [{ peerId: peerIdOf(2) }],
		});
		await expectOneGroup(call);
	});

	test('commits in the wrong order leave who gets them so where it was', async () => {
		const call = await TestCall.of('classic', 3);
		const behind = call.group(2);
		call.groups.delete(2);
		const first = taken(await call.group(0).commit({}));
		await call.passOn(first.commit);
		const second = taken(await call.group(1).commit({}));
		await call.passOn(second.commit);
		expect(await behind.receive(second.commit)).toEqual({ kind: 'outOfStep' });
		expect(await behind.receive(first.commit)).toMatchObject({ kind: 'changed', epoch: 2n });
		expect(await behind.receive(second.commit)).toMatchObject({ kind: 'changed', epoch: 3n });
		call.groups.set(2, behind);
		await expectOneGroup(call);
	});
});

describe('the comparison code', () => {
	test('is the same for all, five groups of five digits, and another after each change', async () => {
		const call = await TestCall.of('classic', 4);
		const before = await codesOf(call);
		await call.change(0, { remove: [3] });
		const after = await codesOf(call);
		expect([before.size, after.size]).toEqual([1, 1]);
		expect([...before][0]).toMatch(/^(\d{5} ){4}\d{5}$/);
		expect(before).not.toEqual(after);
	});

	test('differs in two groups of the same people', async () => {
		const [one, two] = await Promise.all([TestCall.of('classic', 2), TestCall.of('classic', 2)]);
		expect(await codesOf(one)).not.toEqual(await codesOf(two));
	});
});

test('frame keys name the group, its epoch and whose key is whose', async () => {
	const call = await TestCall.of('classic', 3);
	await call.change(1, { remove: [0] });
	const keys = await frameKeysOf(call.group(2), 300);
	expect(keys).toMatchObject({ group: call.group(1).id, epoch: 2n, ownLeaf: 2, sendAfterMs: 300 });
	expect(keys.members).toEqual(
		new Map([
			[1, peerIdOf(1)],
			[2, peerIdOf(2)],
		]),
	);
	expect(keys.baseKey.extractable).toBe(false);
});
