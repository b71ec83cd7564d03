import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PacketCount } from './PacketCount.ts';
import { findWorkerBinary } from './worker/findWorkerBinary.ts';
import { MediaWorker } from './worker/MediaWorker.ts';

let worker: MediaWorker;
beforeAll(async () => {
	worker = await MediaWorker.create(findWorkerBinary(undefined), { listenIp: '127.0.0.1', port: 0 });
}, 20_000);
afterAll(() => worker.close());

const ssrc = 1_234;
const payloadType = 100;

/** An RTP packet with the fixed header only (RFC 3550, 5.1) and twenty bytes of sound. */
function rtpPacket(sequence: number): Buffer {
	const packet = Buffer.alloc(32, 1);
	packet.writeUInt8(0x80, 0);
	packet.writeUInt8(payloadType, 1);
	packet.writeUInt16BE(sequence, 2);
	packet.writeUInt32BE(sequence * 960, 4);
	packet.writeUInt32BE(ssrc, 8);
	return packet;
}

it('counts the packets that came, and remembers them when their producer is closed', { timeout: 20_000 }, async () => {
	const count = new PacketCount();
	const router = await worker.createRouter();
	const transport = await router.createPlainTransport({
		listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
		comedia: true,
	});
	const producer = await transport.produce({
		kind: 'audio',
		rtpParameters: {
			codecs: [{ mimeType: 'audio/opus', payloadType, clockRate: 48_000, channels: 2 }],
			encodings: [{ ssrc }],
		},
	});
	expect(await count.total([producer])).toBe(0);

	const socket = createSocket('udp4');
	for (let sequence = 1; sequence <= 25; sequence++)
		socket.send(rtpPacket(sequence), transport.tuple.localPort, '127.0.0.1');
	await expect.poll(() => count.total([producer])).toBe(25);

	count.keep(producer);
	producer.close();
	await expect.poll(() => count.total([])).toBe(25);
	socket.close();
});
