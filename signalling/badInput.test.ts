import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parse, resultSchema } from '../shared/contract/result.ts';
import { callRequests } from '../shared/contract/signalling/requests.ts';
import { dtlsParameters, opusParameters, simulcastParameters } from '../sfu/testing/rtp.ts';
import { mutate } from '../sfu/testing/mutate.ts';
import { goodCall } from './testing/quality.ts';
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

	it('cuts off a socket that sends more than 64 kB, and nobody else', async () => {
		const { host, attendees } = await startCall(server, 1);
		const [anna] = attendees;
		anna?.client.socket.emit('signalDirect', { epoch: 0, sdp: 'x'.repeat(70_000) }, () => undefined);
		await anna?.client.disconnected();
		expect((await host.client.next('peerChanged')).peer.connected).toBe(false);
		await host.client.ask('raiseHand', { raised: true });
		await sameWorker();
	});

	it('answers a storm of mutated messages, and keeps its worker', { timeout: 60_000 }, async () => {
		const { at, host, attendees } = await startCall(server, 2);
		const anna = attendees[1];
		if (anna === undefined) throw new Error('nobody');
		const { client, room } = anna;
		const { epoch } = room.topology;
		let media = await client.ask('openMedia', { epoch });
		const other = await host.client.ask('openMedia', { epoch });
		const { producerId } = await host.client.ask('produce', {
			transportId: other.send.id,
			source: 'camera',
			kind: 'video',
			rtpParameters: simulcastParameters(),
		});
		await client.ask('canReceive', { rtpCapabilities: media.rtpCapabilities });
		const consumerId = (await client.next('consumersAdded')).consumers[0]?.consumerId;
		const valid = (): Record<string, unknown> => ({
			join: { media: { mic: true, camera: true, screen: true } },
			admit: { peerId: anna.peerId },
			setMediaState: { mic: true, camera: true, screen: true },
			raiseHand: { raised: true },
			reportQuality: goodCall,
			sendSealed: { sealed: new Uint8Array([1]) },
			signalDirect: { epoch, description: { type: 'offer', sdp: 'v=0' } },
			connectTransport: { transportId: media.send.id, dtlsParameters: dtlsParameters() },
			restartIce: { transportId: media.receive.id },
			produce: { transportId: media.send.id, source: 'camera', kind: 'video', rtpParameters: simulcastParameters() },
			canReceive: { rtpCapabilities: media.rtpCapabilities },
			pauseConsumers: { consumerIds: [consumerId], paused: true },
			setPreferredLayers: { consumerId, spatialLayer: 1, temporalLayer: 1 },
			closeProducer: { producerId },
			openMedia: { epoch },
			offerKeys: { keyPackage: new Uint8Array(99) },
			foundKeys: { group: 'aa' },
			commitKeys: {
				group: 'aa',
				epoch: 0,
				commit: [new Uint8Array(9)],
				welcome: [],
				added: [],
				refused: [],
				removed: [],
			},
		});
		const microphone = () => ({
			transportId: media.send.id,
			source: 'mic',
			kind: 'audio',
			rtpParameters: opusParameters(),
		});
		const answer = resultSchema(z.unknown());

		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...Object.keys(valid()), 'produceAudio', ...Object.keys(callRequests)),
				fc.array(fc.tuple(fc.nat(), hostile), { minLength: 1, maxLength: 3 }),
				async (name, changes) => {
					if (name === 'leave' || name === 'endForAll') return;
					const event = name === 'produceAudio' ? 'produce' : name;
					const good = name === 'produceAudio' ? microphone() : valid()[name];
					const mutated = changes.reduce<unknown>((data, [place, value]) => mutate(data, place, value), good);
					const result = parse(answer, await client.raw(event, mutated), 'answer');
					if (!result.ok) expect(result.error.code).not.toMatch(/INTERNAL|MEDIA_FAILED/);
					else if (event === 'openMedia') media = parse(callRequests.openMedia.response, result.data, 'data');
					// The next one shall reach the worker too.
					else if (event === 'produce') await client.raw('closeProducer', result.data);
				},
			),
			{ numRuns: 600 },
		);
		await sameWorker();
		await host.client.ask('raiseHand', { raised: true });
		expect((await server.join(at.attendee('Next'))).entrance.state).toBe('waiting');
	});
});

/** Values that programs stumble over. */
const hostile = fc.oneof(
	fc.constantFrom(
		null,
		undefined,
		-1,
		0,
		1.5,
		2 ** 32,
		2 ** 53,
		Number.NaN,
		'',
		'constructor',
		'__proto__',
		[],
		{},
		true,
	),
	fc.string({ maxLength: 300 }),
	fc.integer(),
	fc.uuid(),
	fc.jsonValue(),
	fc.uint8Array({ maxLength: 8 }),
);
