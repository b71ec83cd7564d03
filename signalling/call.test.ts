import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admitted, startCall, startPair, startSignalling, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

/** A call of two, who have each other's ids and the epoch. */
async function startTalk() {
	const { at, host, anna } = await startPair(server);
	const { topology } = await host.client.next('peerJoined');
	return { at, host, anna, topology };
}

describe('topology', () => {
	it('goes idle, direct, sfu and back, with an epoch each, the same for all', async () => {
		const { host, attendees } = await startCall(server, 3);
		const [anna, beata, cilla] = attendees;
		if (anna === undefined || beata === undefined || cilla === undefined) throw new Error('too few');
		expect(admitted(host.entrance).room.topology).toEqual({ mode: 'idle', epoch: 0, politePeerId: null });
		const direct = { mode: 'direct', epoch: 1, politePeerId: host.peerId };
		const sfu = { mode: 'sfu', epoch: 2, politePeerId: null };
		expect((await host.client.next('peerJoined')).topology).toEqual(direct);
		expect(anna.room.topology).toEqual(direct);
		for (const { client } of [host, anna]) expect((await client.next('peerJoined')).topology).toEqual(sfu);
		expect(beata.room.topology).toEqual(sfu);
		expect(cilla.room.topology).toEqual(sfu);

		await cilla.client.ask('leave', {});
		await beata.client.ask('leave', {});
		await anna.client.settled();
		expect(anna.client.heard).not.toContain('topologyChanged');
		server.clock.advance(5_000);
		const back = { mode: 'direct', epoch: 3, politePeerId: host.peerId };
		for (const { client } of [host, anna]) expect((await client.next('topologyChanged')).topology).toEqual(back);
		await anna.client.ask('leave', {});
		expect((await host.client.next('topologyChanged')).topology).toMatchObject({ mode: 'idle', epoch: 4 });
	});

	it('reaches the media server only with the third', async () => {
		const roomsNow = async () => (await server.media.health()).workers.reduce((sum, { rooms }) => sum + rooms, 0);
		const before = await roomsNow();
		const { at, host } = await startTalk();
		expect(await roomsNow()).toBe(before);
		const third = await server.join(at.attendee());
		await host.client.ask('admit', { peerId: third.peerId });
		const { room } = await third.client.next('admitted');
		await third.client.ask('openMedia', { epoch: room.topology.epoch });
		expect(await roomsNow()).toBe(before + 1);
		await third.client.ask('leave', {});
		server.clock.advance(5_000);
		// Media goes on until the direct path carries it.
		expect(await roomsNow()).toBe(before + 1);
		server.clock.advance(20_000);
		expect(await roomsNow()).toBe(before);
	});

	it('stays at the media server when a third comes back soon', async () => {
		const { at, host, attendees } = await startCall(server, 2);
		await attendees[1]?.client.ask('leave', {});
		server.clock.advance(4_999);
		const { peerId } = await server.join(at.attendee());
		await host.client.ask('admit', { peerId });
		server.clock.advance(5_000);
		await host.client.settled();
		expect(host.client.heard).not.toContain('topologyChanged');
	});
});

describe('the direct path', () => {
	it('relays descriptions and candidates to the other one, as they are', async () => {
		const { host, anna, topology } = await startTalk();
		const { epoch } = topology;
		const description = { type: 'offer', sdp: 'v=0\r\n' };
		const candidate = { candidate: 'candidate:1', sdpMid: '0' };
		await host.client.ask('signalDirect', { epoch, description });
		await host.client.ask('signalDirect', { epoch, candidate });
		await host.client.ask('signalDirect', { epoch, candidate: null });
		expect(await anna.client.next('directSignal')).toEqual({ epoch, from: host.peerId, description });
		expect(await anna.client.next('directSignal')).toEqual({ epoch, from: host.peerId, candidate });
		expect(await anna.client.next('directSignal')).toEqual({ epoch, from: host.peerId, candidate: null });
	});

	it('refuses signals of an older epoch, and media of the other path', async () => {
		const { host, topology } = await startTalk();
		const { epoch } = topology;
		expect(await host.client.refusal('signalDirect', { epoch: epoch - 1, candidate: null })).toBe('WRONG_STATE');
		expect(await host.client.refusal('openMedia', { epoch })).toBe('WRONG_STATE');
	});

	it('keeps signals for a peer whose socket is lost', async () => {
		const { host, anna, topology } = await startTalk();
		anna.client.drop();
		expect((await host.client.next('peerChanged')).peer.connected).toBe(false);
		const description = { type: 'offer', sdp: 'v=0\r\n' };
		await host.client.ask('signalDirect', { epoch: topology.epoch, description });
		const again = await server.join(anna.person, anna.entrance.resumeToken);
		expect((await again.client.next('directSignal')).description).toEqual(description);
	});
});

describe('in the call', () => {
	it('shows media state and raised hands to the others', async () => {
		const { host, anna } = await startTalk();
		await anna.client.ask('setMediaState', { mic: false, camera: true, screen: true });
		expect((await host.client.next('peerChanged')).peer.media).toEqual({ mic: false, camera: true, screen: true });
		await anna.client.ask('raiseHand', { raised: true });
		expect((await host.client.next('peerChanged')).peer.handRaised).toBe(true);
		await anna.client.settled();
		expect(anna.client.heard).not.toContain('peerChanged');
	});

	it('tells those in the call which tool changed', async () => {
		const { at, host, anna } = await startTalk();
		server.signalling.notifyTool(at.appointmentId, 'payments');
		for (const { client } of [host, anna]) expect(await client.next('toolChanged')).toEqual({ tool: 'payments' });
	});

	it('limits how fast one person may write', async () => {
		const { anna } = await startTalk();
		const answers = await Promise.all(
			Array.from({ length: 40 }, () => anna.client.raw('sendSealed', { sealed: new Uint8Array([1]) })),
		);
		const refused = answers.filter((answer) => JSON.stringify(answer).includes('RATE_LIMITED'));
		expect(refused.length).toBeGreaterThan(0);
		expect(refused[0]).toMatchObject({ ok: false, error: { retryAfterMs: expect.any(Number) } });
		await anna.client.ask('raiseHand', { raised: true });
	});

	it('counts in health, and drops a room with its last peer', async () => {
		const before = server.signalling.health();
		const { host, anna } = await startTalk();
		expect(server.signalling.health()).toMatchObject({ rooms: before.rooms + 1, admitted: before.admitted + 2 });
		await anna.client.ask('leave', {});
		await host.client.ask('leave', {});
		expect(server.signalling.health()).toMatchObject({ rooms: before.rooms, admitted: before.admitted });
	});
});
