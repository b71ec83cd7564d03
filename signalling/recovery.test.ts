import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { admitted, startPair, startSignalling, visit, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

describe('a lost socket', () => {
	it('keeps the peer, who comes back as the same one with the state of now', async () => {
		const { host, anna } = await startPair(server);
		anna.client.drop();
		expect((await host.client.next('peerChanged')).peer).toMatchObject({ peerId: anna.peerId, connected: false });
		await host.client.ask('raiseHand', { raised: true });
		server.clock.advance(19_999);

		const again = await server.join(anna.person, anna.entrance.resumeToken);
		expect(again.peerId).toBe(anna.peerId);
		const { room } = admitted(again.entrance);
		expect(room.peers.find(({ peerId }) => peerId === host.peerId)?.handRaised).toBe(true);
		expect(room.topology).toEqual(anna.room.topology);
		expect((await host.client.next('peerChanged')).peer).toMatchObject({ peerId: anna.peerId, connected: true });

		server.clock.advance(60_000);
		await host.client.settled();
		expect(host.client.heard).not.toContain('peerLeft');
	});

	it('takes over from a socket that still looks alive', async () => {
		const { host, anna } = await startPair(server);
		const again = await server.join(anna.person, anna.entrance.resumeToken);
		expect(again.peerId).toBe(anna.peerId);
		await anna.client.disconnected();
		expect(anna.client.heard).not.toContain('callOver');
		await host.client.ask('raiseHand', { raised: true });
		expect((await again.client.next('peerChanged')).peer).toMatchObject({ peerId: host.peerId, handRaised: true });
		server.clock.advance(60_000);
		await host.client.settled();
		expect(host.client.heard).not.toContain('peerLeft');
	});

	it('counts as gone after 20 seconds', async () => {
		const { host, anna } = await startPair(server);
		anna.client.drop();
		await host.client.next('peerChanged');
		server.clock.advance(20_000);
		expect(await host.client.next('peerLeft')).toEqual({ peerId: anna.peerId, reason: 'lost' });
		const again = await server.join(anna.person, anna.entrance.resumeToken);
		expect(again.entrance.state).toBe('admitted');
		expect(again.peerId).not.toBe(anna.peerId);
	});

	it('takes somebody who waits out of the queue after 20 seconds', async () => {
		const at = visit();
		const host = await server.join(at.host);
		await host.client.next('waitingChanged');
		const anna = await server.join(at.attendee());
		expect((await host.client.next('waitingChanged')).waiting).toHaveLength(1);
		anna.client.drop();
		expect((await host.client.next('waitingChanged')).waiting).toMatchObject([{ connected: false }]);
		server.clock.advance(20_000);
		expect((await host.client.next('waitingChanged')).waiting).toEqual([]);
	});

	it('lets somebody who was admitted meanwhile find themselves in the call', async () => {
		const at = visit();
		const host = await server.join(at.host);
		const person = at.attendee();
		const anna = await server.join(person);
		anna.client.drop();
		await host.client.next('waitingChanged');
		await host.client.ask('admit', { peerId: anna.peerId });
		const again = await server.join(person, anna.entrance.resumeToken);
		expect(again.peerId).toBe(anna.peerId);
		expect(admitted(again.entrance).room.peers).toHaveLength(2);
	});
});

describe('another device', () => {
	it('takes the place of the older one, for attendees who were admitted and for hosts', async () => {
		const { at, host, anna } = await startPair(server);
		for (const [person, older] of [
			[anna.person, anna],
			[at.host, host],
		] as const) {
			const newer = await server.join(person);
			expect(newer.entrance.state).toBe('admitted');
			expect(newer.peerId).not.toBe(older.peerId);
			expect(await older.client.next('callOver')).toEqual({ reason: 'replaced' });
			await older.client.disconnected();
			expect(admitted(newer.entrance).room.peers).toHaveLength(2);
		}
		expect(await host.client.next('peerLeft')).toEqual({ peerId: anna.peerId, reason: 'replaced' });
		expect((await host.client.next('peerJoined')).peer.attendeeId).toBe(anna.person.attendeeId);
	});

	it('keeps the place in the queue of somebody who waits', async () => {
		const at = visit();
		const host = await server.join(at.host);
		await host.client.next('waitingChanged');
		const person = at.attendee();
		const older = await server.join(person);
		const [before] = (await host.client.next('waitingChanged')).waiting;
		server.clock.advance(5_000);
		const newer = await server.join(person);
		expect(await older.client.next('callOver')).toEqual({ reason: 'replaced' });
		const { waiting } = await host.client.next('waitingChanged');
		expect(waiting).toMatchObject([{ peerId: newer.peerId, since: before?.since }]);
	});

	it('is another device when its resume token is not the right one', async () => {
		const { anna } = await startPair(server);
		const newer = await server.join(anna.person, `${anna.entrance.resumeToken}x`);
		expect(newer.peerId).not.toBe(anna.peerId);
		expect(await anna.client.next('callOver')).toEqual({ reason: 'replaced' });
	});

	it('does not take a foreign resume token', async () => {
		const { at, anna } = await startPair(server);
		const other = await server.join(at.attendee('Other'), anna.entrance.resumeToken);
		expect(other.entrance.state).toBe('waiting');
		expect(other.peerId).not.toBe(anna.peerId);
	});
});

describe('while nobody can have a ticket', () => {
	afterEach(() => {
		server.backend.givesTickets = async () => true;
	});
	const away = () => {
		server.backend.givesTickets = async () => false;
	};

	it('lets back in by the resume token alone who is still kept', async () => {
		const { host, anna } = await startPair(server);
		anna.client.drop();
		await host.client.next('peerChanged');
		away();
		const { client, entrance } = await server.joinByToken(anna.token);
		expect(admitted(entrance)).toMatchObject({ peerId: anna.peerId, room: { topology: anna.room.topology } });
		expect((await host.client.next('peerChanged')).peer).toMatchObject({ peerId: anna.peerId, connected: true });
		expect(await client.refusal('admit', { peerId: host.peerId })).toBe('FORBIDDEN');
	});

	it('lets nobody in by it who was removed, is gone, or could have a ticket', async () => {
		const { host, anna } = await startPair(server);
		await expect(server.joinByToken(anna.token)).rejects.toThrow('UNAVAILABLE');
		away();
		await expect(server.joinByToken(randomUUID())).rejects.toThrow('UNAUTHENTICATED');
		await host.client.ask('removePeer', { peerId: anna.peerId });
		await expect(server.joinByToken(anna.token)).rejects.toThrow('UNAVAILABLE');
		const { host: otherHost, anna: gone } = await startPair(server);
		gone.client.drop();
		await otherHost.client.next('peerChanged');
		server.clock.advance(20_000);
		await expect(server.joinByToken(gone.token)).rejects.toThrow('UNAVAILABLE');
	});
});
