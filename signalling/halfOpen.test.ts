import { layWire } from './testing/wire.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPair, startSignalling, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

describe('a half-open connection', () => {
	it(
		'is noticed in seconds, and is no ghost for more than 20 s since it was last heard',
		{ timeout: 15_000 },
		async () => {
			const { host, anna } = await startPair(server);
			const wire = await layWire(Number(new URL(server.url).port));
			const client = await server.connect(anna.person, `http://127.0.0.1:${wire.port}`);
			const media = { mic: true, camera: true, screen: false };
			await client.ask('join', { media, resumeToken: anna.token });
			await host.client.next('peerChanged');
			wire.freeze();
			server.clock.advance(8_000);
			const noticed = Date.now();
			expect((await host.client.next('peerChanged')).peer.connected).toBe(false);
			expect(Date.now() - noticed).toBeLessThan(9_000);

			server.clock.advance(11_999);
			await host.client.settled();
			expect(host.client.heard).not.toContain('peerLeft');
			server.clock.advance(1);
			expect(await host.client.next('peerLeft')).toEqual({ peerId: anna.peerId, reason: 'lost' });
			wire.close();
		},
	);

	it('does not put out who came back over another one', async () => {
		const { host, anna } = await startPair(server);
		const wire = await layWire(Number(new URL(server.url).port));
		const client = await server.connect(anna.person, `http://127.0.0.1:${wire.port}`);
		const media = { mic: true, camera: true, screen: false };
		const { resumeToken } = await client.ask('join', { media, resumeToken: anna.token });
		wire.freeze();
		const again = await server.join(anna.person, resumeToken);
		await host.client.ask('raiseHand', { raised: true });
		expect((await again.client.next('peerChanged')).peer).toMatchObject({ peerId: host.peerId, handRaised: true });
		server.clock.advance(60_000);
		await host.client.settled();
		expect(host.client.heard).not.toContain('peerLeft');
		wire.close();
	});
});
