import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRequestInput, Standing } from '../shared/contract/signalling/requests.ts';
import type { CallClient } from './testing/CallClient.ts';
import { startCall, startSignalling, visit, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

const bytes = (...values: number[]) => new Uint8Array(values);
const plain = (pieces: readonly Uint8Array[]) => pieces.map((piece) => [...piece]);
const group = 'aa01';

const commitOf = (change: Partial<CallRequestInput<'commitKeys'>> = {}): CallRequestInput<'commitKeys'> => ({
	...{ group, epoch: 0, commit: [bytes(1), bytes(2)], welcome: [], added: [], refused: [], removed: [] },
	...change,
});

/** What a page tells that has the group's keys of this epoch. */
const standingAt = (epoch: number): Standing => ({
	topology: { mode: 'idle', epoch: 0, politePeerId: null },
	others: [],
	handRaised: false,
	keys: { group, epoch, members: [] },
});

/** The host alone in a group of its own. */
async function hostWithGroup(attendees: number) {
	const call = await startCall(server, attendees);
	const { client } = call.host;
	await client.ask('offerKeys', { keyPackage: bytes(9) });
	expect(await client.next('keysWanted')).toEqual({ found: true, add: [], remove: [] });
	await client.ask('foundKeys', { group });
	expect(await client.next('keysFounded')).toEqual({ group });
	return call;
}

/** Everybody in the call in one group, at epoch 1. */
async function everybodyInGroup(attendees: number) {
	const call = await hostWithGroup(attendees);
	const others = call.attendees;
	// Asked for the first of them, and for the rest with the commit that follows.
	for (const { client } of others) await client.ask('offerKeys', { keyPackage: bytes(7) });
	await call.host.client.next('keysWanted');
	await call.host.client.ask('commitKeys', commitOf({ added: [others[0]?.peerId ?? ''], welcome: [bytes(3)] }));
	const rest = others.slice(1).map(({ peerId }) => peerId);
	let epoch = 1;
	if (rest.length > 0) {
		expect((await call.host.client.next('keysWanted')).add.map(({ peerId }) => peerId)).toEqual(rest);
		await call.host.client.ask('commitKeys', commitOf({ epoch, added: rest, welcome: [bytes(3)] }));
		epoch = 2;
	}
	for (const { client } of others) await client.next('keysWelcome');
	const everybody = [call.host.client, ...others.map(({ client }) => client)];
	return { ...call, everybody, epoch };
}

const settled = (clients: readonly CallClient[]) => Promise.all(clients.map((client) => client.settled()));

describe('the keys of a call', () => {
	it('asks the first to found a group, and the founder to add who offered at the door', async () => {
		const { at, host } = await hostWithGroup(0);
		const anna = await server.join(at.attendee());
		await anna.client.ask('offerKeys', { keyPackage: bytes(4, 5) });
		await host.client.settled();
		expect(host.client.heard).not.toContain('keysWanted');

		await host.client.ask('admit', { peerId: anna.peerId });
		const { add } = await host.client.next('keysWanted');
		expect(add.map(({ peerId, keyPackage }) => [peerId, ...keyPackage])).toEqual([[anna.peerId, 4, 5]]);
		const welcome = [new Uint8Array(40_000).fill(6), bytes(7)];
		await host.client.ask('commitKeys', commitOf({ added: [anna.peerId], welcome }));
		const own = await host.client.next('keysCommitted');
		expect({ ...own, commit: plain(own.commit) }).toEqual({ group, epoch: 0, commit: [[1], [2]] });
		const received = await anna.client.next('keysWelcome');
		expect(received.welcome.map(({ length }) => length)).toEqual([40_000, 1]);
		await settled([host.client, anna.client]);
		expect(anna.client.heard).not.toContain('keysCommitted');
		expect(host.client.heard).not.toContain('keysWanted');
	});

	it('takes the first commit of an epoch, and refuses later, unasked and foreign ones', async () => {
		const { host, attendees, epoch, everybody } = await everybodyInGroup(2);
		const [anna, bo] = attendees;
		await bo?.client.ask('offerKeys', { keyPackage: bytes(8) });
		const removed = [host.peerId];
		expect(await anna?.client.refusal('commitKeys', commitOf({ epoch, added: [bo?.peerId ?? ''] }))).toBe(
			'WRONG_STATE',
		);
		for (const wrong of [{ epoch: epoch - 1 }, { epoch: epoch + 1 }, { epoch, group: 'bb' }, { epoch, removed }]) {
			expect(await host.client.refusal('commitKeys', commitOf(wrong))).toBe('WRONG_STATE');
		}
		for (const client of everybody) expect(await client.refusal('foundKeys', { group: 'cc' })).toBe('WRONG_STATE');
		await host.client.ask('commitKeys', commitOf({ epoch, added: [bo?.peerId ?? ''], welcome: [bytes(1)] }));
		expect(await host.client.refusal('commitKeys', commitOf({ epoch }))).toBe('WRONG_STATE');
		for (const ended of [1, epoch]) expect((await anna?.client.next('keysCommitted'))?.epoch).toBe(ended);
		// Added again, it begins with the welcome.
		await bo?.client.next('keysWelcome');
	});

	it('asks another one when the keeper does not answer, is away, or is gone', async () => {
		const { host, attendees, epoch } = await everybodyInGroup(3);
		const [anna, bo, carl] = attendees;
		await carl?.client.ask('leave', {});
		const wanted = { found: false, add: [], remove: [carl?.peerId] };
		expect(await host.client.next('keysWanted')).toEqual(wanted);
		server.clock.advance(3_000);
		expect(await anna?.client.next('keysWanted')).toEqual(wanted);
		anna?.client.drop();
		expect(await bo?.client.next('keysWanted')).toEqual(wanted);
		// Late, but the first.
		await host.client.ask('commitKeys', commitOf({ epoch, removed: [carl?.peerId ?? ''] }));
		expect(await bo?.client.refusal('commitKeys', commitOf({ epoch, removed: [carl?.peerId ?? ''] }))).toBe(
			'WRONG_STATE',
		);
		expect(await bo?.client.next('keysCommitted')).toMatchObject({ epoch });
		if (anna === undefined) throw new Error('nobody');
		const again = await server.join(anna.person, anna.entrance.resumeToken, standingAt(epoch));
		expect(await again.client.next('keysCommitted')).toMatchObject({ epoch });
	});

	it('tells everybody as soon as all read the new epoch who had the one before', async () => {
		const { host, attendees, everybody, epoch } = await everybodyInGroup(3);
		const [anna, bo, late] = attendees;
		if (anna === undefined || bo === undefined || late === undefined) throw new Error('nobody');
		// The last commit added these two; the host and Anna are waited for.
		await host.client.ask('reachedKeys', { group, epoch: epoch - 1 });
		await anna.client.ask('reachedKeys', { group, epoch });
		await settled(everybody);
		expect(host.client.heard).not.toContain('keysReached');
		await host.client.ask('reachedKeys', { group, epoch });
		for (const client of everybody) expect(await client.next('keysReached')).toEqual({ group, epoch });
	});

	it('waits for nobody who is away before it says that all read an epoch', async () => {
		const { host, attendees } = await everybodyInGroup(2);
		const [anna, bo] = attendees;
		await bo?.client.ask('leave', {});
		await host.client.next('keysWanted');
		anna?.client.drop();
		await host.client.next('peerChanged');
		await host.client.ask('commitKeys', commitOf({ epoch: 2, removed: [bo?.peerId ?? ''] }));
		await host.client.ask('reachedKeys', { group, epoch: 3 });
		expect(await host.client.next('keysReached')).toEqual({ group, epoch: 3 });
	});

	it('adds nobody again by the offer that they were added with', async () => {
		const { host, attendees, everybody } = await everybodyInGroup(1);
		const [anna] = attendees;
		await anna?.client.ask('offerKeys', { keyPackage: bytes(7) });
		await settled(everybody);
		expect(host.client.heard).not.toContain('keysWanted');
		await anna?.client.ask('offerKeys', { keyPackage: bytes(8) });
		expect((await host.client.next('keysWanted')).add.map(({ peerId }) => peerId)).toEqual([anna?.peerId]);
	});

	it('does not wait for a keeper that is out of step', async () => {
		const { host, attendees } = await everybodyInGroup(2);
		const [anna, bo] = attendees;
		await bo?.client.ask('leave', {});
		await host.client.next('keysWanted');
		await host.client.ask('offerKeys', { keyPackage: bytes(8) });
		const { add, remove } = (await anna?.client.next('keysWanted')) ?? {};
		expect(add?.map(({ peerId }) => peerId)).toEqual([host.peerId]);
		expect(remove).toEqual([bo?.peerId]);
	});

	it('begins a new group when nobody of the old one answers', async () => {
		const { at, host, attendees } = await hostWithGroup(1);
		const [anna] = attendees;
		host.client.drop();
		await anna?.client.ask('offerKeys', { keyPackage: bytes(4) });
		expect((await anna?.client.next('keysWanted'))?.found).toBe(true);
		await anna?.client.ask('foundKeys', { group: 'bb02' });
		const again = await server.join(at.host, host.entrance.resumeToken, standingAt(0));
		expect(await again.client.next('keysFounded')).toEqual({ group: 'bb02' });
		await again.client.ask('offerKeys', { keyPackage: bytes(5) });
		expect(await anna?.client.next('keysWanted')).toMatchObject({
			found: false,
			remove: [],
			add: [{ peerId: host.peerId }],
		});
	});

	it('asks who has lost a welcome for a new offer, and does not count on them as keeper', async () => {
		const { host, attendees } = await everybodyInGroup(2);
		const [anna, bo] = attendees;
		if (anna === undefined || bo === undefined) throw new Error('nobody');
		const again = await server.join(anna.person, anna.entrance.resumeToken, { ...standingAt(0), keys: null });
		await again.client.next('keysOfferWanted');
		await bo.client.ask('leave', {});
		await host.client.next('keysWanted');
		host.client.drop();
		await again.client.next('peerChanged');
		await again.client.settled();
		expect(again.client.heard).not.toContain('keysWanted');
		await again.client.ask('offerKeys', { keyPackage: bytes(4) });
		expect(await again.client.next('keysWanted')).toMatchObject({ found: true });
	});

	it('adds at most eight at once, and forgets offers that were no good', async () => {
		const { host, attendees } = await hostWithGroup(10);
		for (const { client } of attendees) await client.ask('offerKeys', { keyPackage: bytes(7) });
		expect((await host.client.next('keysWanted')).add).toHaveLength(1);
		await host.client.ask('commitKeys', commitOf({ refused: [attendees[0]?.peerId ?? ''] }));
		expect((await host.client.next('keysWanted')).add.map(({ peerId }) => peerId)).toEqual(
			attendees.slice(1, 9).map(({ peerId }) => peerId),
		);
	});

	it('says nothing to outsiders and those who left', async () => {
		const { at, host, attendees, epoch } = await everybodyInGroup(2);
		const outsider = await server.join(at.attendee('Outsider'));
		await outsider.client.ask('offerKeys', { keyPackage: bytes(1) });
		expect(await outsider.client.refusal('foundKeys', { group })).toBe('NOT_ADMITTED');
		expect(await outsider.client.refusal('commitKeys', commitOf({ epoch }))).toBe('NOT_ADMITTED');
		const [anna, bo] = attendees;
		await host.client.ask('removePeer', { peerId: bo?.peerId ?? '' });
		await host.client.next('keysWanted');
		await host.client.ask('commitKeys', commitOf({ epoch, removed: [bo?.peerId ?? ''] }));
		await anna?.client.next('keysCommitted');
		await outsider.client.settled();
		expect(outsider.client.heard.filter((name) => name.startsWith('keys'))).toEqual([]);
		expect(bo?.client.heard.filter((name) => name === 'keysCommitted')).toHaveLength(0);
	});

	it('passes sealed messages on, each in its place, to everybody else in the group and to nobody outside it', async () => {
		const { at, host, attendees, epoch } = await everybodyInGroup(2);
		const [anna, bo] = attendees;
		if (!anna || !bo) throw new Error('nobody');
		const outside = await server.join(at.attendee('Outsider'));
		await host.client.ask('admit', { peerId: outside.peerId });
		expect(await outside.client.refusal('sendSealed', { sealed: bytes(1) })).toBe('WRONG_STATE');
		bo.client.drop();
		await host.client.next('peerChanged');
		await anna.client.ask('sendSealed', { sealed: bytes(1, 2) });
		await anna.client.ask('offerKeys', { keyPackage: bytes(8) });
		await host.client.next('keysWanted');
		await host.client.ask('commitKeys', commitOf({ epoch, added: [anna.peerId], welcome: [bytes(3)] }));
		await host.client.ask('sendSealed', { sealed: bytes(3) });

		expect([...(await host.client.next('sealedReceived')).sealed]).toEqual([1, 2]);
		expect([...(await anna.client.next('sealedReceived')).sealed]).toEqual([3]);
		const { client } = await server.join(bo.person, bo.entrance.resumeToken, standingAt(epoch));
		expect([...(await client.next('sealedReceived')).sealed]).toEqual([1, 2]);
		await client.settled();
		expect(client.heard.filter((name) => name.startsWith('keys') || name === 'sealedReceived')).toEqual([
			'keysCommitted',
			'sealedReceived',
		]);
		await settled([host.client, anna.client, outside.client]);
		for (const peer of [host, anna, outside]) expect(peer.client.heard).not.toContain('sealedReceived');
	});

	it('refuses what is too large or no bytes', async () => {
		const { client } = await server.join(visit().host);
		for (const keyPackage of [new Uint8Array(8_193), bytes(), 'text', [1, 2], null]) {
			expect(await client.refusal('offerKeys', { keyPackage })).toBe('VALIDATION');
		}
		const tooLarge = { ...commitOf(), commit: [new Uint8Array(40_001)] };
		expect(await client.refusal('commitKeys', tooLarge)).toBe('VALIDATION');
	});
});
