import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallResponse } from '../shared/contract/signalling/requests.ts';
import type { CallClient } from './testing/CallClient.ts';
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
		host: await openMedia(host.client, epoch),
		anna: await openMedia(anna.client, epoch),
		beata: await openMedia(beata.client, epoch),
	};
	return { at, host, anna, beata, epoch, media };
}

async function openMedia(client: CallClient, epoch: number): Promise<CallResponse<'openMedia'>> {
	const opened = await client.ask('openMedia', { epoch });
	await client.ask('canReceive', opened);
	return opened;
}

/** The one source that somebody is told to receive, after the nothing of the beginning. */
async function added(client: CallClient) {
	for (;;) {
		const { consumers } = await client.next('consumersAdded');
		const [consumer, ...more] = consumers;
		if (more.length > 0) throw new Error(`told of ${consumers.length}`);
		if (consumer !== undefined) return consumer;
	}
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
	it('goes from produce to consumers, with everybody told', async () => {
		const { host, anna, beata, media } = await startGroup();
		await anna.client.ask('connectTransport', { transportId: media.anna.send.id, dtlsParameters: dtlsParameters() });
		const { producerId } = await anna.client.ask('produce', camera(media.anna));
		const theirs = { producerId, peerId: anna.peerId, source: 'camera', kind: 'video' };
		expect(await added(beata.client)).toMatchObject(theirs);
		const consumer = await added(host.client);
		expect(consumer).toMatchObject(theirs);
		const { consumerId } = consumer;
		await host.client.ask('setPreferredLayers', { consumerId, spatialLayer: 2, temporalLayer: 2 });
		await host.client.ask('pauseConsumers', { consumerIds: [consumerId], paused: false });
		await host.client.ask('restartIce', { transportId: media.host.receive.id });

		await anna.client.ask('pauseProducer', { producerId, paused: true });
		await anna.client.ask('closeProducer', { producerId });
		expect(await host.client.next('producerClosed')).toEqual({ producerId });
		await anna.client.settled();
		expect(await anna.client.next('consumersAdded')).toEqual({ consumers: [] });
		expect(anna.client.heard).not.toContain('consumersAdded');
		expect(await server.media.packetsReceived()).toBe(0);
	});

	it('tells a sender how much of its picture is watched, also after it was away', async () => {
		const { host, anna, beata, media } = await startGroup();
		const { producerId } = await anna.client.ask('produce', camera(media.anna));
		const { consumerId } = await added(host.client);
		expect(anna.client.heard).not.toContain('layersWanted');
		await host.client.ask('setPreferredLayers', { consumerId, spatialLayer: 2, temporalLayer: 2 });
		expect(await anna.client.next('layersWanted')).toEqual({ producerId, spatialLayer: 2 });

		anna.client.drop();
		await beata.client.next('peerChanged');
		const again = await server.join(anna.person, anna.entrance.resumeToken);
		expect(await again.client.next('layersWanted')).toEqual({ producerId, spatialLayer: 2 });
		for (const { client } of [host, beata]) {
			const consumerIds = client === host.client ? [consumerId] : [(await added(client)).consumerId];
			await client.ask('pauseConsumers', { consumerIds, paused: true });
		}
		expect(await again.client.next('layersWanted')).toEqual({ producerId, spatialLayer: 0 });
	});

	it('names the producers that are there already to somebody who comes later', async () => {
		const { at, host, anna, media, epoch } = await startGroup();
		const { producerId } = await anna.client.ask('produce', microphone(media.anna));
		const late = await server.join(at.attendee('Late'));
		await host.client.ask('admit', { peerId: late.peerId });
		await late.client.next('admitted');
		await openMedia(late.client, epoch);
		expect(await added(late.client)).toMatchObject({ producerId, peerId: anna.peerId, source: 'mic' });
	});

	it('can be made ready at the door, where nothing of it is told before the admission', async () => {
		const { at, host, anna, beata, media, epoch } = await startGroup();
		const { producerId } = await anna.client.ask('produce', microphone(media.anna));
		const late = await server.join(at.attendee('Late'));
		expect(late.entrance).toMatchObject({ state: 'waiting', topology: { mode: 'sfu', epoch } });
		const ready = await openMedia(late.client, epoch);
		await anna.client.ask('produce', camera(media.anna));
		await late.client.ask('connectTransport', { transportId: ready.receive.id, dtlsParameters: dtlsParameters() });
		expect(await late.client.refusal('produce', microphone(ready))).toBe('NOT_ADMITTED');
		await late.client.settled();
		expect(late.client.heard).toEqual([]);

		await host.client.ask('admit', { peerId: late.peerId });
		expect((await late.client.next('admitted')).room.topology.epoch).toBe(epoch);
		const { consumers } = await late.client.next('consumersAdded');
		expect(consumers).toMatchObject([{ producerId }, { peerId: anna.peerId, source: 'camera' }]);
		const own = await late.client.ask('produce', microphone(ready));
		while ((await added(beata.client)).producerId !== own.producerId);
	});

	it('ends at the door with whoever goes', async () => {
		const { at, host, epoch } = await startGroup();
		const late = await server.join(at.attendee('Late'));
		await openMedia(late.client, epoch);
		const peers = async () => (await server.media.health()).workers.reduce((sum, worker) => sum + worker.peers, 0);
		const before = await peers();
		await late.client.ask('leave', {});
		await host.client.next('waitingChanged');
		await expect.poll(peers).toBe(before - 1);
	});

	it('closes the producers of whoever leaves', async () => {
		const { host, anna, media } = await startGroup();
		const { producerId } = await anna.client.ask('produce', microphone(media.anna));
		await added(host.client);
		await anna.client.ask('leave', {});
		expect(await host.client.next('producerClosed')).toEqual({ producerId });
	});

	it('tells somebody who was away what was added and closed meanwhile', async () => {
		const { host, anna, beata, media } = await startGroup();
		const before = await anna.client.ask('produce', microphone(media.anna));
		await added(beata.client);
		beata.client.drop();
		await host.client.next('peerChanged');
		await anna.client.ask('closeProducer', before);
		const after = await anna.client.ask('produce', camera(media.anna));
		const again = await server.join(beata.person, beata.entrance.resumeToken);
		expect(await again.client.next('producerClosed')).toEqual(before);
		expect((await added(again.client)).producerId).toBe(after.producerId);
	});

	it('refuses the wrong order', async () => {
		const { host, attendees } = await startCall(server, 2);
		const beata = attendees.at(-1);
		if (beata === undefined) throw new Error('nobody');
		const { epoch } = beata.room.topology;
		expect(await beata.client.refusal('canReceive', { rtpCapabilities: {} })).toBe('WRONG_STATE');
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
		server.clock.advance(5_000);
		expect((await beata.client.next('topologyChanged')).topology.mode).toBe('direct');
		expect(await beata.client.refusal('produce', camera(media))).toBe('WRONG_STATE');
	});

	it('refuses what belongs to others, in this room and in another', async () => {
		const own = await startGroup();
		const foreign = await startGroup();
		const abroad = await foreign.anna.client.ask('produce', microphone(foreign.media.anna));
		const neighbour = await own.anna.client.ask('produce', microphone(own.media.anna));
		const { client } = own.host;
		const { consumerId } = await added(own.beata.client);
		const layers = { spatialLayer: 1, temporalLayer: 1 };
		expect(await client.refusal('setPreferredLayers', { consumerId, ...layers })).toBe('NOT_FOUND');
		expect(await client.refusal('pauseConsumers', { consumerIds: [consumerId], paused: true })).toBe('NOT_FOUND');
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
		const rebuilt = await openMedia(anna.client, epoch + 1);
		await openMedia(beata.client, epoch + 1);
		await anna.client.ask('produce', microphone(rebuilt));
		expect((await added(beata.client)).peerId).toBe(anna.peerId);
		const [replaced] = (await server.media.health()).workers;
		expect(replaced).toMatchObject({ alive: true });
		expect(replaced?.pid).not.toBe(worker.pid);
	});
});
