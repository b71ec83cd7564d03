import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SamtalError } from '../shared/contract/errors.ts';
import type { ConsumerInfo } from '../shared/contract/signalling/peer.ts';
import { MediaServer } from './MediaServer.ts';
import type { MediaRoom } from './MediaRoom.ts';
import { mutate } from './testing/mutate.ts';
import { quietLog } from './testing/quietLog.ts';
import { dtlsParameters, opusParameters, simulcastParameters } from './testing/rtp.ts';
import { freePort } from './worker/freePort.ts';

const servers: MediaServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(options: { workers?: number; port?: number; announcedAddress?: string } = {}) {
	const server = await MediaServer.create({ workers: 1, listenIp: '127.0.0.1', log: quietLog, ...options });
	servers.push(server);
	return server;
}

const pids = async (server: MediaServer) => (await server.health()).workers.map(({ pid }) => pid);
const candidate = z.object({ address: z.string(), port: z.number(), protocol: z.enum(['udp', 'tcp']) });

/** Somebody who takes part and can receive. Answers with their transports, and what they are told to receive. */
async function enter(room: MediaRoom, peerId: string) {
	const told: ConsumerInfo[] = [];
	room.on('consumersAdded', (added) => void (added.peerId === peerId && told.push(...added.consumers)));
	const opened = await room.openPeer(peerId);
	room.canReceive(peerId, opened);
	await room.letIn(peerId);
	return { ...opened, told };
}

/** The addresses that a browser gets for a peer of this room. */
async function candidatesOf(room: MediaRoom) {
	const { send } = await room.openPeer(randomUUID());
	return send.iceCandidates.map((found) => candidate.parse(found));
}

describe('workers', { timeout: 20_000 }, () => {
	it('listen on one port each, for UDP and TCP, under the announced address', async () => {
		const server = await start({ workers: 2, announcedAddress: 'media.example' });
		const ports = [];
		for (const room of [await server.createRoom(), await server.createRoom()]) {
			const [udp, tcp, ...more] = await candidatesOf(room);
			expect(more).toEqual([]);
			expect(udp).toMatchObject({ address: 'media.example', protocol: 'udp' });
			expect(tcp).toEqual({ ...udp, protocol: 'tcp' });
			ports.push(udp?.port);
		}
		expect(new Set(ports).size).toBe(2);
	});

	it('take the port they are given, and say when it is taken', async () => {
		const port = await freePort('127.0.0.1');
		const server = await start({ port });
		expect((await candidatesOf(await server.createRoom()))[0]?.port).toBe(port);
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const address = other.address();
		if (address === null || typeof address === 'string') throw new Error('no port');
		await expect(start({ port: address.port })).rejects.toThrow(/address already in use/);
		other.close();
	});

	it('share the rooms by their peers', async () => {
		const server = await start({ workers: 2 });
		const large = await server.createRoom();
		for (let peer = 0; peer < 7; peer++) await large.openPeer(randomUUID());
		for (let room = 0; room < 3; room++) await server.createRoom();
		expect((await server.health()).workers.map(({ rooms }) => rooms)).toEqual([1, 3]);
		large.close();
		expect((await server.health()).workers.map(({ rooms }) => rooms)).toEqual([0, 3]);
	});

	it('are replaced when they die; their rooms tell it, the others go on', async () => {
		const server = await start({ workers: 2 });
		const [lost, kept] = [await server.createRoom(), await server.createRoom()];
		const heard: string[] = [];
		const died = new Promise<void>((resolve) => lost.on('died', resolve));
		kept.on('died', () => heard.push('kept died'));
		const [pid, otherPid] = await pids(server);
		process.kill(pid ?? 0, 'SIGKILL');
		await died;
		await kept.openPeer(randomUUID());
		await expect(lost.openPeer(randomUUID())).rejects.toMatchObject({ code: 'MEDIA_FAILED' });
		await expect.poll(async () => (await server.health()).workers[0]?.alive).toBe(true);
		expect((await pids(server))[0]).not.toBe(pid);
		expect((await pids(server))[1]).toBe(otherPid);
		expect(heard).toEqual([]);
	});

	it('are waited for when all of them are gone', async () => {
		const server = await start();
		const lost = await server.createRoom();
		const died = new Promise<void>((resolve) => lost.on('died', resolve));
		process.kill((await pids(server))[0] ?? 0, 'SIGKILL');
		await died;
		expect(await candidatesOf(await server.createRoom())).toHaveLength(2);
	});

	it('go on when the server is told to end, until it ends them', async () => {
		const child = spawn(process.execPath, [fileURLToPath(new URL('testing/serverProcess.ts', import.meta.url))], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
		const ended = once(child, 'exit');
		expect((await lines.next()).value).toBe('ready');
		child.kill('SIGTERM');
		expect((await lines.next()).value).toBe('opened');
		expect(await ended).toEqual([0, null]);
	});

	it('end with the server', async () => {
		const server = await start({ workers: 2 });
		const running = await pids(server);
		await server.close();
		for (const pid of running) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
	});

	it('need their program', async () => {
		const options = { workers: 1, listenIp: '127.0.0.1', log: quietLog, workerBinary: '/nowhere/mediasoup-worker' };
		await expect(MediaServer.create(options)).rejects.toThrow('No media worker at /nowhere/mediasoup-worker.');
	});
});

describe('a room', { timeout: 60_000 }, () => {
	it('opens a peer anew, closing what it had', async () => {
		const room = await (await start()).createRoom();
		const [anna, beata] = [randomUUID(), randomUUID()];
		const closed: string[] = [];
		room.on('producerClosed', ({ producerId }) => closed.push(producerId));
		const { send } = await room.openPeer(anna);
		const { told } = await enter(room, beata);
		const { producerId } = await room.produce(anna, {
			...{ transportId: send.id, source: 'mic', kind: 'audio', rtpParameters: opusParameters() },
		});
		await expect.poll(() => told).toMatchObject([{ producerId, peerId: anna, source: 'mic', kind: 'audio' }]);
		expect(room.consumersOf(beata)).toEqual(told);
		await room.openPeer(anna);
		expect(closed).toEqual([producerId]);
		expect(room.consumersOf(beata)).toEqual([]);
		expect(room.consumersOf(anna)).toEqual([]);
	});

	it('gives nothing to receive before somebody is let in, and then each source once', async () => {
		const room = await (await start()).createRoom();
		const [anna, beata] = [randomUUID(), randomUUID()];
		const { send } = await enter(room, anna);
		const { rtpCapabilities } = await room.openPeer(beata);
		room.canReceive(beata, { rtpCapabilities });
		const told: string[][] = [];
		room.on('consumersAdded', ({ consumers }) => told.push(consumers.map(({ source }) => source)));
		await room.produce(anna, {
			...{ transportId: send.id, source: 'camera', kind: 'video', rtpParameters: simulcastParameters() },
		});
		expect(room.consumersOf(beata)).toEqual([]);
		await Promise.all([
			room.letIn(beata),
			room.produce(anna, { transportId: send.id, source: 'mic', kind: 'audio', rtpParameters: opusParameters() }),
			room.letIn(beata),
		]);
		await expect.poll(() => told.flat().toSorted()).toEqual(['camera', 'mic']);
		expect(room.consumersOf(beata)).toHaveLength(2);
	});

	it('lets only the last of several openings stand', async () => {
		const room = await (await start()).createRoom();
		const peerId = randomUUID();
		const results = await Promise.allSettled([room.openPeer(peerId), room.openPeer(peerId), room.openPeer(peerId)]);
		expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
		expect(room.peerCount).toBe(1);
	});

	it('takes one producer per source, even from two requests at once', async () => {
		const room = await (await start()).createRoom();
		const peerId = randomUUID();
		const { send } = await room.openPeer(peerId);
		const produce = () =>
			room.produce(peerId, {
				transportId: send.id,
				source: 'camera',
				kind: 'video',
				rtpParameters: simulcastParameters(),
			});
		const results = await Promise.allSettled([produce(), produce()]);
		expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	});

	it('refuses a source of the wrong kind, and gives nothing to receivers without a codec in common', async () => {
		const room = await (await start()).createRoom();
		const [anna, beata] = [randomUUID(), randomUUID()];
		const { send } = await room.openPeer(anna);
		await enter(room, beata);
		room.canReceive(beata, { rtpCapabilities: { codecs: [] } });
		const audio = { transportId: send.id, kind: 'audio' as const, rtpParameters: opusParameters() };
		await expect(room.produce(anna, { ...audio, source: 'camera' })).rejects.toMatchObject({ code: 'VALIDATION' });
		await room.produce(anna, { ...audio, source: 'mic' });
		await room.letIn(beata);
		expect(room.consumersOf(beata)).toEqual([]);
	});

	it('survives well-formed nonsense', async () => {
		const server = await start();
		const before = await pids(server);
		const room = await server.createRoom();
		const [anna, beata] = [randomUUID(), randomUUID()];
		const { rtpCapabilities } = await room.openPeer(beata);
		const nonsense = fc.oneof(
			fc.nat(127),
			fc.nat(2 ** 32 - 1),
			fc.boolean(),
			fc.constantFrom('video/rtx', 'audio/opus', 'audio/red', 'video/VP9', 'video/H264', 'L3T3', 'S3T3_KEY', 'r0'),
			fc.string({ maxLength: 8 }),
			fc.constantFrom([], {}, undefined),
		);
		const record = z.record(z.string(), z.unknown());

		await fc.assert(
			fc.asyncProperty(
				fc.boolean(),
				fc.array(fc.tuple(fc.nat(), nonsense), { minLength: 1, maxLength: 4 }),
				async (isAudio, changes) => {
					const change = (data: unknown) =>
						record.safeParse(changes.reduce<unknown>((tree, [at, value]) => mutate(tree, at, () => value), data))
							.data ?? {};
					const { send } = await room.openPeer(anna);
					const media = isAudio
						? { source: 'mic' as const, kind: 'audio' as const, rtpParameters: change(opusParameters()) }
						: { source: 'camera' as const, kind: 'video' as const, rtpParameters: change(simulcastParameters()) };
					const data = { transportId: send.id, dtlsParameters: change(dtlsParameters()) };
					await room.connectTransport(anna, data).catch(expectTyped);
					const produced = await room.produce(anna, { transportId: send.id, ...media }).catch(expectTyped);
					if (produced === undefined) return;
					await room.openPeer(beata);
					try {
						room.canReceive(beata, { rtpCapabilities: change(rtpCapabilities) });
					} catch (error) {
						expectTyped(error);
					}
					await room.letIn(beata);
					for (const { consumerId } of room.consumersOf(beata)) {
						await room.setPreferredLayers(beata, { consumerId, spatialLayer: 2, temporalLayer: 2 });
						await room.pauseConsumers(beata, { consumerIds: [consumerId], paused: false });
					}
				},
			),
			{ numRuns: 300 },
		);
		expect(await pids(server)).toEqual(before);
	});
});

function expectTyped(error: unknown): undefined {
	expect(error).toBeInstanceOf(SamtalError);
	if (error instanceof SamtalError) expect(['VALIDATION', 'WRONG_STATE', 'NOT_FOUND']).toContain(error.code);
	return undefined;
}
