import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallResponse } from '../shared/contract/signalling/requests.ts';
import { dtlsParameters, opusParameters, simulcastParameters } from '../sfu/testing/rtp.ts';
import { startCall, startSignalling, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

/** A call of three in which everybody has opened media. */
async function startGroup() {
	const { at, host, attendees } = await startCall(server, 2);
	const [anna, beata] = attendees;
	if (anna === undefined || beata === undefined) throw new Error('too few');
	const { epoch } = beata.room.topology;
	for (const { client } of [host, anna]) {
		while ((await client.next('peerJoined')).topology.mode !== 'sfu');
	}
	const media = {
		host: await host.client.ask('openMedia', { epoch }),
		anna: await anna.client.ask('openMedia', { epoch }),
		beata: await beata.client.ask('openMedia', { epoch }),
	};
	return { at, host, anna, beata, epoch, media };
}

const microphone = ({ send }: CallResponse<'openMedia'>) => ({
	transportId: send.id,
	source: 'mic' as const,
	kind: 'audio' as const,
	rtpParameters: opusParameters(),
});

const camera = ({ send }: CallResponse<'openMedia'>) => ({
	transportId: send.id,
	source: 'camera' as const,
	kind: 'video' as const,
	rtpParameters: simulcastParameters(),
});

describe('media over the server', () => {
	it('goes from produce to consume, with everybody told', async () => {
		const { host, anna, beata, media } = await startGroup();
		await anna.client.ask('connectTransport', { transportId: media.anna.send.id, dtlsParameters: dtlsParameters() });
		const { producerId } = await anna.client.ask('produce', camera(media.anna));
		const producer = { producerId, peerId: anna.peerId, source: 'camera', paused: false };
		expect((await host.client.next('producerAdded')).producer).toEqual(producer);
		expect((await beata.client.next('producerAdded')).producer).toEqual(producer);

		const { rtpCapabilities } = media.host;
		const consumer = await host.client.ask('consume', { producerId, rtpCapabilities });
		expect(consumer).toMatchObject({ producerId, kind: 'video', producerPaused: false });
		const { consumerId } = consumer;
		await host.client.ask('setPreferredLayers', { consumerId, spatialLayer: 2, temporalLayer: 2 });
		await host.client.ask('pauseConsumer', { consumerId, paused: false });
		await host.client.ask('restartIce', { transportId: media.host.receive.id });

		await anna.client.ask('pauseProducer', { producerId, paused: true });
		expect((await host.client.next('producerChanged')).producer.paused).toBe(true);
		await anna.client.ask('closeProducer', { producerId });
		expect(await host.client.next('producerClosed')).toEqual({ producerId });
		await anna.client.settled();
		expect(anna.client.heard).not.toContain('producerAdded');
		expect(await server.media.packetsReceived()).toBe(0);
	});

	it('tells a sender how much of its picture is watched, also after it was away', async () => {
		const { host, anna, beata, media } = await startGroup();
		const { producerId } = await anna.client.ask('produce', camera(media.anna));
		const { consumerId } = await host.client.ask('consume', {
			producerId,
			rtpCapabilities: media.host.rtpCapabilities,
		});
		await host.client.ask('setPreferredLayers', { consumerId, spatialLayer: 2, temporalLayer: 2 });
		expect(anna.client.heard).not.toContain('layersWanted');
		await host.client.ask('pauseConsumer', { consumerId, paused: false });
		expect(await anna.client.next('layersWanted')).toEqual({ producerId, spatialLayer: 2 });

		anna.client.drop();
		await beata.client.next('peerChanged');
		const again = await server.join(anna.person, anna.entrance.resumeToken);
		expect(await again.client.next('layersWanted')).toEqual({ producerId, spatialLayer: 2 });
		await host.client.ask('pauseConsumer', { consumerId, paused: true });
		expect(await again.client.next('layersWanted')).toEqual({ producerId, spatialLayer: 0 });
	});

	it('names the producers that are there already to somebody who comes later', async () => {
		const { at, host, anna, media, epoch } = await startGroup();
		const { producerId } = await anna.client.ask('produce', microphone(media.anna));
		const late = await server.join(at.attendee('Late'));
		await host.client.ask('admit', { peerId: late.peerId });
		await late.client.next('admitted');
		const { producers } = await late.client.ask('openMedia', { epoch });
		expect(producers).toEqual([{ producerId, peerId: anna.peerId, source: 'mic', paused: false }]);
	});

	it('closes the producers of whoever leaves', async () => {
		const { host, anna, media } = await startGroup();
		const { producerId } = await anna.client.ask('produce', microphone(media.anna));
		await host.client.next('producerAdded');
		await anna.client.ask('leave', {});
		expect(await host.client.next('producerClosed')).toEqual({ producerId });
	});

	it('tells somebody who was away what was added and closed meanwhile', async () => {
		const { host, anna, beata, media } = await startGroup();
		const before = await anna.client.ask('produce', microphone(media.anna));
		await beata.client.next('producerAdded');
		beata.client.drop();
		await host.client.next('peerChanged');
		await anna.client.ask('closeProducer', before);
		const after = await anna.client.ask('produce', camera(media.anna));
		const again = await server.join(beata.person, beata.entrance.resumeToken);
		expect(await again.client.next('producerClosed')).toEqual(before);
		expect((await again.client.next('producerAdded')).producer.producerId).toBe(after.producerId);
		await again.client.ask('consume', { ...after, rtpCapabilities: media.beata.rtpCapabilities });
	});

	it('refuses the wrong order', async () => {
		const { host, attendees } = await startCall(server, 2);
		const beata = attendees.at(-1);
		if (beata === undefined) throw new Error('nobody');
		const { epoch } = beata.room.topology;
		const producerId = beata.peerId;
		expect(await beata.client.refusal('consume', { producerId, rtpCapabilities: {} })).toBe('WRONG_STATE');
		expect(await beata.client.refusal('openMedia', { epoch: epoch - 1 })).toBe('WRONG_STATE');
		const media = await beata.client.ask('openMedia', { epoch });
		const connect = { transportId: media.send.id, dtlsParameters: dtlsParameters() };
		await beata.client.ask('connectTransport', connect);
		expect(await beata.client.refusal('connectTransport', connect)).toBe('WRONG_STATE');
		await beata.client.ask('produce', microphone(media));
		expect(await beata.client.refusal('produce', microphone(media))).toBe('WRONG_STATE');
		const overReceiving = { ...camera(media), transportId: media.receive.id };
		expect(await beata.client.refusal('produce', overReceiving)).toBe('WRONG_STATE');
		await host.client.ask('removePeer', { peerId: attendees[0]?.peerId ?? '' });
		expect((await beata.client.next('topologyChanged')).topology.mode).toBe('direct');
		expect(await beata.client.refusal('produce', camera(media))).toBe('WRONG_STATE');
	});

	it('refuses what belongs to others, in this room and in another', async () => {
		const own = await startGroup();
		const foreign = await startGroup();
		const { rtpCapabilities } = own.media.host;
		const abroad = await foreign.anna.client.ask('produce', microphone(foreign.media.anna));
		const neighbour = await own.anna.client.ask('produce', microphone(own.media.anna));
		const { client } = own.host;
		expect(await client.refusal('consume', { ...abroad, rtpCapabilities })).toBe('NOT_FOUND');
		expect(await own.anna.client.refusal('consume', { ...neighbour, rtpCapabilities })).toBe('NOT_FOUND');
		for (const { producerId } of [abroad, neighbour]) {
			expect(await client.refusal('closeProducer', { producerId })).toBe('NOT_FOUND');
			expect(await client.refusal('pauseProducer', { producerId, paused: true })).toBe('NOT_FOUND');
		}
		for (const media of [own.media.anna, foreign.media.anna]) {
			expect(await client.refusal('produce', microphone(media))).toBe('NOT_FOUND');
			const connect = { transportId: media.receive.id, dtlsParameters: dtlsParameters() };
			expect(await client.refusal('connectTransport', connect)).toBe('NOT_FOUND');
			expect(await client.refusal('restartIce', { transportId: media.send.id })).toBe('NOT_FOUND');
		}
		expect(await client.refusal('admit', { peerId: foreign.anna.peerId })).toBe('PEER_NOT_FOUND');
		expect(await client.refusal('removePeer', { peerId: foreign.anna.peerId })).toBe('PEER_NOT_FOUND');
	});

	it('moves to a new worker with a new epoch when the old one dies', async () => {
		const { host, anna, beata, epoch, media } = await startGroup();
		await anna.client.ask('produce', microphone(media.anna));
		const [worker] = (await server.media.health()).workers;
		if (worker === undefined) throw new Error('no worker');
		process.kill(worker.pid, 'SIGKILL');
		for (const { client } of [host, anna]) {
			expect((await client.next('topologyChanged')).topology).toEqual({
				mode: 'sfu',
				epoch: epoch + 1,
				politePeerId: null,
			});
		}
		expect(await anna.client.refusal('produce', camera(media.anna))).toBe('WRONG_STATE');
		const rebuilt = await anna.client.ask('openMedia', { epoch: epoch + 1 });
		await beata.client.ask('openMedia', { epoch: epoch + 1 });
		const { producerId } = await anna.client.ask('produce', microphone(rebuilt));
		expect((await beata.client.next('producerAdded')).producer.peerId).toBe(anna.peerId);
		await beata.client.ask('consume', { producerId, rtpCapabilities: rebuilt.rtpCapabilities });
		const [replaced] = (await server.media.health()).workers;
		expect(replaced).toMatchObject({ alive: true });
		expect(replaced?.pid).not.toBe(worker.pid);
	});
});
