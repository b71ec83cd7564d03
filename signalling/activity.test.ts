import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietLog } from '../sfu/testing/quietLog.ts';
import { ActivityLog } from './ActivityLog.ts';
import { CallActivity } from './CallActivity.ts';
import { personOf } from './Peer.ts';
import { startCall, startPair, startSignalling, visit, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
let servers: SignallingServer[];
beforeEach(async () => {
	server = await startSignalling();
	servers = [server];
});
afterEach(async () => {
	for (const started of servers) await started.close();
});

const seconds = (count: number) => count * 1_000;
/** What the backend knows of stays, oldest first, in seconds since the beginning. */
function known(start: number) {
	const since = (at: Date) => (at.getTime() - start) / 1_000;
	return [...server.world.stays.values()].map(({ peerId, joinedAt, goesOn, left, seenAt }) => ({
		...{ peerId, joined: since(joinedAt), goesOn, seen: since(seenAt) },
		left: left && [since(left.at), left.departure],
	}));
}
const waysOf = () => server.world.changes.map(({ kind }) => kind);

describe('the log of a call', () => {
	it('has who was there from when to when, and how they went', async () => {
		const start = server.clock.now().getTime();
		const { at, host, anna } = await startPair(server);
		server.clock.advance(seconds(60));
		const bo = await server.join(at.attendee('Bo Demo'));
		await host.client.ask('admit', { peerId: bo.peerId });
		const stays = server.world.stays;
		expect([...stays.values()].map(({ person }) => personOf(person))).toContain(`attendee:${anna.person.attendeeId}`);
		server.clock.advance(seconds(60));
		await anna.client.ask('leave', {});
		await host.client.ask('removePeer', { peerId: bo.peerId });
		server.clock.advance(seconds(60));
		await host.client.ask('endForAll', {});
		await expect
			.poll(() => known(start))
			.toEqual([
				{ peerId: host.peerId, joined: 0, goesOn: false, left: [180, 'ended'], seen: 180 },
				{ peerId: anna.peerId, joined: 0, goesOn: false, left: [120, 'left'], seen: 120 },
				{ peerId: bo.peerId, joined: 60, goesOn: false, left: [120, 'removed'], seen: 120 },
			]);
	});

	it('has nobody in it who only waited', async () => {
		const { at, host } = await startPair(server);
		const bo = await server.join(at.attendee('Bo Demo'));
		await bo.client.ask('leave', {});
		await host.client.ask('endForAll', {});
		expect([...server.world.stays.values()].map(({ peerId }) => peerId)).not.toContain(bo.peerId);
	});

	it('has one stay of who comes back in time, and otherwise one that ended when they were heard last', async () => {
		const start = server.clock.now().getTime();
		const { host, anna } = await startPair(server);
		anna.client.drop();
		await expect.poll(async () => (await host.client.next('peerChanged')).peer.connected).toBe(false);
		server.clock.advance(seconds(15));
		const again = await server.join(anna.person, anna.token);
		expect(again.peerId).toBe(anna.peerId);
		expect(server.world.stays.size).toBe(2);
		again.client.drop();
		await expect.poll(async () => (await host.client.next('peerChanged')).peer.connected).toBe(false);
		server.clock.advance(seconds(20));
		await expect
			.poll(() => known(start)[1])
			.toEqual({ peerId: anna.peerId, joined: 0, goesOn: false, left: [15, 'lost'], seen: 15 });
	});

	it('has the stay on one device end where the same person goes on from another', async () => {
		const { anna } = await startPair(server);
		const other = await server.join(anna.person);
		await expect
			.poll(() => [...server.world.stays.values()].map(({ peerId, left }) => [peerId, left?.departure]))
			.toContainEqual([anna.peerId, 'replaced']);
		expect([...server.world.stays.values()].at(-1)).toMatchObject({ peerId: other.peerId, left: null });
	});

	it('has the way of media, each once, and says relayed where a clinic wants no other', async () => {
		const { at, host, attendees } = await startCall(server, 2);
		const [, bo] = attendees;
		await host.client.ask('removePeer', { peerId: bo?.peerId ?? '' });
		server.clock.advance(seconds(5));
		await host.client.ask('endForAll', {});
		await expect.poll(waysOf).toEqual(['direct', 'groupServer', 'direct', 'alone']);
		server.world.changes.length = 0;
		const [anna] = (await startCall(server, 1, { ...at, ...hidden(at) })).attendees;
		// A page that is loaded again gets the path anew.
		if (anna) await server.join(anna.person, anna.token, 'newPage');
		await expect.poll(waysOf).toEqual(['relayed']);
	});

	it('has how it was encrypted as a host’s device says, and what was lowered stays so', async () => {
		const { at, host, anna } = await startPair(server);
		for (const state of ['postQuantum', 'postQuantum', 'lowered', 'classic', 'notSecured'] as const)
			await host.client.ask('reportEncryption', { state });
		expect(await anna.client.refusal('reportEncryption', { state: 'classic' })).toBe('FORBIDDEN');
		await expect.poll(waysOf).toEqual(['direct', 'postQuantum', 'lowered', 'notSecured']);
		expect(server.world.changes.at(-1)).toMatchObject({ appointmentId: at.appointmentId, toldBy: at.host.memberId });
	});

	it('takes no more reports than a call can need', async () => {
		const { clock, backend, world } = server;
		const { appointmentId, clinicId } = visit();
		const activity = new ActivityLog({ backend, now: clock.now, schedule: clock.schedule, log: quietLog });
		const ticket = { appointmentId, clinicId, relayOnly: false };
		const call = new CallActivity({ activity, ticket, now: clock.now, randomUUID });
		for (let nth = 0; nth < 60; nth++) call.encryptionIs(nth % 2 === 0 ? 'postQuantum' : 'notSecured', 'member');
		await expect.poll(() => world.changes.length).toBe(50);
	});
});

describe('a backend that is away', () => {
	it('is told afterwards, of every stay what is known by then', async () => {
		const start = server.clock.now().getTime();
		const { callActivity } = server.backend;
		server.backend.callActivity = () => Promise.reject(new Error('away'));
		const { host, anna } = await startPair(server);
		server.clock.advance(seconds(29));
		await anna.client.ask('leave', {});
		expect(server.world.stays.size).toBe(0);
		server.backend.callActivity = callActivity;
		server.clock.advance(seconds(2));
		await expect
			.poll(() => known(start))
			.toMatchObject([
				{ peerId: host.peerId, left: null },
				{ peerId: anna.peerId, joined: 0, left: [29, 'left'] },
			]);
		expect(waysOf()).toEqual(['direct', 'alone']);
		expect(server.logged.join()).not.toContain('Demo');
	});
});

describe('a server that ends', () => {
	it('leaves stays open, which go on at the next one under the same peer', async () => {
		const start = server.clock.now().getTime();
		const { at, host, anna } = await startPair(server);
		server.clock.advance(seconds(30));
		await expect.poll(() => known(start).map(({ seen }) => seen)).toEqual([30, 30]);
		await server.close();
		server = await startSignalling(server.world);
		servers = [server];
		server.clock.advance(seconds(10));
		const topology = anna.room.topology;
		const standing = { topology, others: [anna.peerId], handRaised: false, keys: null };
		await server.join(at.host, host.entrance.resumeToken, standing);
		await expect
			.poll(() => known(start))
			.toMatchObject([
				{ peerId: host.peerId, joined: 0, left: null, seen: 30 },
				{ peerId: anna.peerId, joined: 0, left: null, seen: 30 },
				{ peerId: host.peerId, joined: 40, goesOn: true, left: null },
			]);
	});
});

/** The same visit of a clinic that hides addresses. */
function hidden<T extends { host: object; attendee: (name?: string) => object }>({ host, attendee }: T): T {
	return { host: { ...host, relayOnly: true }, attendee: (name) => ({ ...attendee(name), relayOnly: true }) } as T;
}
