import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admitted, startCall, startPair, startSignalling, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

describe('a page that is loaded again', () => {
	it('is the same peer, with a new direct path and new keys; the page before is told, if it still listens', async () => {
		const { host, anna } = await startPair(server);
		const epoch = anna.room.topology.epoch + 1;
		await host.client.ask('raiseHand', { raised: true });
		const again = await server.join(anna.person, anna.entrance.resumeToken, 'newPage');
		expect(again.peerId).toBe(anna.peerId);
		expect(await anna.client.next('callOver')).toEqual({ reason: 'replaced' });
		await anna.client.disconnected();
		expect(admitted(again.entrance).room.topology).toEqual({ ...anna.room.topology, epoch });
		expect((await host.client.next('topologyChanged')).topology.epoch).toBe(epoch);
		await again.client.ask('signalDirect', { epoch, candidate: null });
		await host.client.next('directSignal');
		await host.client.settled();
		expect(host.client.heard).not.toContain('peerLeft');
	});

	it('has its media closed at the media server, and produces anew', async () => {
		const { host, attendees } = await startCall(server, 2);
		const [anna] = attendees;
		if (anna === undefined) throw new Error('nobody');
		const { epoch } = admitted((await server.join(anna.person, anna.token)).entrance).room.topology;
		const peers = async () => (await server.media.health()).workers.reduce((sum, worker) => sum + worker.peers, 0);
		const before = await peers();
		const page = await server.join(anna.person, anna.token);
		await page.client.ask('openMedia', { epoch });
		expect(await peers()).toBe(before + 1);
		const again = await server.join(anna.person, page.entrance.resumeToken, 'newPage');
		await expect.poll(peers).toBe(before);
		expect(admitted(again.entrance).room.topology.epoch).toBe(epoch);
		await again.client.ask('openMedia', { epoch });
		await host.client.settled();
		expect(host.client.heard).not.toContain('topologyChanged');
	});

	it('is not put out again by the page before it, whose tab was copied while it was offline', async () => {
		const { host, anna } = await startPair(server);
		anna.client.drop();
		await host.client.next('peerChanged');
		const copy = await server.join(anna.person, anna.entrance.resumeToken, 'newPage');
		await expect(server.join(anna.person, anna.entrance.resumeToken)).rejects.toMatchObject({ code: 'REPLACED' });
		await copy.client.settled();
		expect(copy.client.heard).not.toContain('callOver');
		// Loaded again before it had heard its new token, a page still is the newest.
		const third = await server.join(anna.person, anna.entrance.resumeToken, 'newPage');
		expect(third.peerId).toBe(anna.peerId);
	});
});
