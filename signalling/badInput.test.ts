import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCall, startSignalling, visit, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
let workerPid: number | undefined;
beforeAll(async () => {
	server = await startSignalling();
	workerPid = (await server.media.health()).workers[0]?.pid;
}, 20_000);
afterAll(() => server.close());

const sameWorker = async () => {
	expect((await server.media.health()).workers).toMatchObject([{ pid: workerPid, alive: true }]);
};

describe('bad input', () => {
	it('answers events that do not exist, are malformed, or come too early', async () => {
		const anna = await server.connect(visit().attendee());
		expect(await anna.refusal('noSuchThing', {})).toBe('UNKNOWN_EVENT');
		expect(await anna.refusal('toString', {})).toBe('UNKNOWN_EVENT');
		expect(await anna.refusal('raiseHand', { raised: true })).toBe('WRONG_STATE');
		expect(await anna.refusal('join')).toBe('VALIDATION');
		expect(await anna.refusal('join', null)).toBe('VALIDATION');
		expect(await anna.refusal('join', { media: { mic: 'yes' } })).toBe('VALIDATION');
		const media = { mic: true, camera: true, screen: false };
		expect(await anna.refusal('join', { media })).toBeUndefined();
		expect(await anna.refusal('join', { media })).toBe('WRONG_STATE');
	});

	it('names every field that is wrong', async () => {
		const anna = await server.connect(visit().attendee());
		expect(await anna.raw('join', { media: { mic: 1, camera: true }, resumeToken: 5 })).toMatchObject({
			ok: false,
			error: {
				issues: [{ path: 'data.media.mic' }, { path: 'data.media.screen' }, { path: 'data.resumeToken' }],
			},
		});
	});

	it('leaves alone what cannot be answered, and counts it', async () => {
		const before = server.signalling.health().unanswerable;
		const { client } = await server.join(visit().host);
		client.socket.emit('endForAll', {});
		client.socket.emit('leave');
		await client.settled();
		expect(server.signalling.health().unanswerable).toBe(before + 2);
		expect(client.heard).not.toContain('callOver');
	});

	it('logs the first refusal of each kind, and nothing of what was sent', async () => {
		const { host, attendees } = await startCall(server, 1);
		const { client, peerId } = attendees[0] ?? expect.fail('nobody');
		const before = server.logged.length;
		const secret = 'said in confidence';
		for (let time = 0; time < 2; time++) {
			await client.refusal('setMediaState', { [secret]: secret });
			await client.refusal(secret, { text: secret });
			await client.refusal('removePeer', { peerId: secret });
			await client.refusal('produce', { transportId: peerId, source: 'mic', kind: 'audio', rtpParameters: { secret } });
		}
		await Promise.all(Array.from({ length: 40 }, () => client.raw('sendSealed', { sealed: Buffer.from(secret) })));
		client.socket.emit('sendSealed', { sealed: secret.repeat(5_000) });
		await client.disconnected();
		await host.client.next('peerChanged');

		const lines = server.logged.slice(before).map((line): unknown => JSON.parse(line));
		expect(lines).toMatchObject([
			{ message: 'request refused', request: 'setMediaState', code: 'VALIDATION', peerId },
			{ message: 'request refused', request: 'unknown', code: 'UNKNOWN_EVENT' },
			{ message: 'request refused', request: 'removePeer', code: 'FORBIDDEN' },
			{ message: 'request refused', request: 'produce', code: 'WRONG_STATE' },
			{ message: 'request refused', request: 'sendSealed', code: 'RATE_LIMITED' },
			{ message: 'socket broke', reason: 'transport error' },
		]);
		for (const word of [secret, 'Attendee', 'Demo', 'First session']) {
			expect(server.logged.join('\n')).not.toContain(word);
		}
	});

	it('cuts off a socket that sends more than 64 kB, and nobody else', async () => {
		const { host, attendees } = await startCall(server, 1);
		const [anna] = attendees;
		anna?.client.socket.emit('signalDirect', { epoch: 0, sdp: 'x'.repeat(70_000) }, () => undefined);
		await anna?.client.disconnected();
		expect((await host.client.next('peerChanged')).peer.connected).toBe(false);
		await host.client.ask('raiseHand', { raised: true });
		await sameWorker();
	});
});
