import { afterEach, describe, expect, it } from 'vitest';
import type { Standing } from '../shared/contract/signalling/requests.ts';
import { admitted, startCall, startSignalling, visit, type SignallingServer } from './testing/signallingServer.ts';

const servers: SignallingServer[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) await server.close();
});

async function begin(world?: SignallingServer['world']): Promise<SignallingServer> {
	const server = await startSignalling(world);
	servers.push(server);
	return server;
}

const group = 'aa01';
const keysAt = (epoch: number, members: string[]) => ({ group, epoch, members });

/** A call on a server that is then gone, with how each comes back to the next one. */
async function lostCall(attendees: number) {
	const first = await begin();
	const call = await startCall(first, attendees);
	const [anna] = call.attendees;
	const { topology } = (call.attendees.at(-1) ?? anna)?.room ?? { topology: null };
	if (anna === undefined || topology === null) throw new Error('nobody');
	const peerIds = [call.host.peerId, ...call.attendees.map(({ peerId }) => peerId)];
	const standingOf = (peerId: string, change: Partial<Standing> = {}): Standing => ({
		...{ topology, others: peerIds.filter((id) => id !== peerId), keys: keysAt(4, peerIds) },
		handRaised: false,
		...change,
	});
	const people = [
		{ person: call.at.host, peerId: call.host.peerId, token: call.host.entrance.resumeToken },
		...call.attendees.map(({ person, peerId, token }) => ({ person, peerId, token })),
	];
	const server = await begin(first.world);
	const comeBack = (index: number, change?: Partial<Standing>) => {
		const { person, peerId, token } = people[index] ?? { person: call.at.host, peerId: '', token: '' };
		return server.join(person, token, standingOf(peerId, change));
	};
	return { ...call, anna, first, server, topology, peerIds, people, comeBack };
}

describe('a server that is started again', () => {
	it('knows whose hand was raised', async () => {
		const { peerIds, comeBack } = await lostCall(1);
		const anna = await comeBack(1, { handRaised: true });
		expect(admitted(anna.entrance).room.peers).toMatchObject([{ peerId: peerIds[1], handRaised: true }]);
		const host = await comeBack(0);
		expect(admitted(host.entrance).room.peers).toMatchObject([{ handRaised: true }, { handRaised: false }]);
	});

	it('has a call of two go on as it was: the same peers, path and keys, and nobody at the door', async () => {
		const { server, topology, peerIds, comeBack } = await lostCall(1);
		const host = await comeBack(0);
		const room = admitted(host.entrance).room;
		expect(host.peerId).toBe(peerIds[0]);
		expect(room).toMatchObject({ topology, awaited: [peerIds[1]], peers: [{ peerId: peerIds[0] }] });

		const anna = await comeBack(1);
		expect(anna.peerId).toBe(peerIds[1]);
		expect(admitted(anna.entrance).room).toMatchObject({ topology, awaited: [], startedAt: room.startedAt });
		expect(await host.client.next('peerJoined')).toMatchObject({ peer: { peerId: peerIds[1] }, topology });
		await anna.client.ask('signalDirect', { epoch: topology.epoch, candidate: null });
		expect((await host.client.next('directSignal')).from).toBe(peerIds[1]);
		server.clock.advance(60_000);
		await Promise.all([host.client.settled(), anna.client.settled()]);
		expect([...host.client.heard, ...anna.client.heard].filter((name) => name !== 'waitingChanged')).toEqual([]);
	});

	it('gives a group a new path at once, and lets go of who does not come back within 20 s', async () => {
		const { server, topology, peerIds, comeBack } = await lostCall(3);
		const next = { ...topology, epoch: topology.epoch + 1 };
		const [host, anna, bo] = [await comeBack(0), await comeBack(1), await comeBack(2)];
		for (const { entrance } of [host, anna, bo]) expect(admitted(entrance).room.topology).toEqual(next);
		await bo.client.ask('openMedia', { epoch: next.epoch });
		server.clock.advance(20_000);
		expect(await host.client.next('peerLeft')).toEqual({ peerId: peerIds[3], reason: 'lost' });
		expect(await host.client.next('keysWanted')).toEqual({ found: false, add: [], remove: [peerIds[3]] });
		expect(anna.client.heard).not.toContain('topologyChanged');
		const late = await comeBack(3);
		expect(late.entrance.state).toBe('admitted');
		expect(late.peerId).not.toBe(peerIds[3]);
	});

	it('goes on from the latest keys that anybody has, and has the others added again', async () => {
		const { peerIds, comeBack } = await lostCall(2);
		const host = await comeBack(0, { keys: keysAt(4, peerIds) });
		const anna = await comeBack(1, { keys: keysAt(5, peerIds) });
		const bo = await comeBack(2, { keys: { group: 'bb02', epoch: 9, members: [] } });
		await host.client.next('keysOfferWanted');
		expect(await bo.client.next('keysFounded')).toEqual({ group });
		await host.client.ask('offerKeys', { keyPackage: new Uint8Array([1]) });
		expect(await anna.client.next('keysWanted')).toMatchObject({ add: [{ peerId: peerIds[0] }], remove: [] });
		const commit = { group, epoch: 5, commit: [new Uint8Array([7])], welcome: [new Uint8Array([8])] };
		await anna.client.ask('commitKeys', { ...commit, added: [host.peerId], refused: [], removed: [] });
		await host.client.next('keysWelcome');
	});

	it('lets nobody in with what they had before they were removed, nor with another person’s token', async () => {
		const { first, server, host, anna, people } = await lostCall(2);
		first.clock.advance(1);
		await host.client.ask('removePeer', { peerId: anna.peerId });
		expect((await server.join(anna.person, anna.token)).entrance.state).toBe('waiting');
		const [, , bo] = people;
		if (bo === undefined) throw new Error('nobody');
		expect((await server.join({ ...bo.person, name: 'Bo' }, anna.token)).entrance.state).toBe('waiting');
		expect((await server.join(bo.person, bo.token)).entrance.state).toBe('admitted');
	});

	it('removes who has not come back yet', async () => {
		const { peerIds, comeBack } = await lostCall(2);
		const host = await comeBack(0);
		await host.client.ask('removePeer', { peerId: peerIds[1] ?? '' });
		expect(await host.client.next('peerLeft')).toEqual({ peerId: peerIds[1], reason: 'removed' });
		expect((await comeBack(1)).entrance.state).toBe('waiting');
	});

	it('keeps the place of who waits, and asks them for their keys again', async () => {
		const first = await begin();
		const at = visit();
		const person = at.attendee();
		const before = await first.join(person);
		const since = first.clock.now().toISOString();
		first.clock.advance(90_000);
		const server = await begin(first.world);
		const host = await server.join(at.host);
		const again = await server.join(person, before.entrance.resumeToken);
		expect(again.entrance).toMatchObject({ state: 'waiting', peerId: before.peerId });
		await again.client.next('keysOfferWanted');
		await host.client.next('waitingChanged');
		expect((await host.client.next('waitingChanged')).waiting).toMatchObject([{ peerId: before.peerId, since }]);
	});

	it.each<[string, Partial<Standing>]>([
		['of another epoch', { topology: { mode: 'direct', epoch: 7, politePeerId: null } }],
		['that can never be', { topology: { mode: 'direct', epoch: Number.MAX_SAFE_INTEGER, politePeerId: null } }],
		['with somebody else', { others: ['7b1c2f0e-9d0b-4d6e-8f57-0f6c5d3f2a11'] }],
	])('builds a new path where one tells of a path %s', async (_, change) => {
		const { server, topology, comeBack, people } = await lostCall(1);
		const host = await comeBack(0, change);
		const anna = await comeBack(1);
		const told = admitted(anna.entrance).room.topology;
		expect(told.epoch).toBeGreaterThan(topology.epoch);
		expect(told.epoch).toBeLessThan(topology.epoch + 10);
		// Whoever was made up is not awaited any longer, and the calm moment after that is over.
		server.clock.advance(20_000);
		server.clock.advance(5_000);
		await host.client.settled();
		const person = people[1]?.person;
		if (person === undefined) throw new Error('nobody');
		const last = await server.join(person, anna.entrance.resumeToken);
		expect(admitted(last.entrance).room.topology).toMatchObject({ mode: 'direct', politePeerId: host.peerId });
	});
});
