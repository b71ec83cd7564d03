import dgram from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/*
 * The ends of a call, run as a process of its own so that their work is not counted as the server's: one camera, and
 * the sockets at which everybody's copy arrives. `Ends` starts it and speaks to it.
 */

/** Packets to the media server for a while. */
export interface Flow {
	/** Of the server, on this machine. */
	port: number;
	ssrc: number;
	packetsPerSecond: number;
	ms: number;
}

export interface Arrived {
	sent: number;
	/** All copies together. */
	received: number;
	/** Of the delays from the camera's socket to a receiver's, milliseconds. */
	p99Ms: number;
}

/** One packet as the camera sends it, headers included; bytes. */
const packetBytes = 1_100;
const clockRate = 90_000;
/** A burst for hundreds of receivers is more than the buffer of one socket holds. */
const sinks = 16;
const receiveBufferBytes = 4 * 1_024 * 1_024;
/** Between two bursts at most; milliseconds. */
const tickMs = 1;
/** When nothing has come for so long, nothing will; milliseconds. */
const silenceMs = 200;

const rtpHeaderBytes = 12;
/** Version 2, and the payload type of `simulcastParameters` with the marker: each packet is a whole picture. */
const rtpStart = [0x80, 0x80 | 96];
/** VP8: the beginning of a partition (RFC 7741, section 4.2), and a key frame (section 4.3). */
const vp8Start = [0x10, 0x00];

const camera = dgram.createSocket('udp4');
const packet = Buffer.alloc(packetBytes);
packet.set(rtpStart);
packet.set(vp8Start, rtpHeaderBytes);
let sequence = 0;

let received = 0;
let delays: number[] = [];
let lastAt = 0;

/** Now, on the clock of the RTP timestamps, which the server leaves as they are; 11 µs a tick. */
const ticks = () => Math.floor((performance.now() * clockRate) / 1_000) % 2 ** 32;

function arrive(message: Buffer): void {
	// RTCP comes here too, and is shorter.
	if (message.length < packetBytes) return;
	received += 1;
	lastAt = performance.now();
	const late = (ticks() - message.readUInt32BE(4) + 2 ** 32) % 2 ** 32;
	delays.push((late * 1_000) / clockRate);
}

function sendOne(port: number, ssrc: number): void {
	sequence = (sequence + 1) % 2 ** 16;
	packet.writeUInt16BE(sequence, 2);
	packet.writeUInt32BE(ticks(), 4);
	packet.writeUInt32BE(ssrc, 8);
	// A copy: the socket may send it only after the next one is written.
	camera.send(Buffer.from(packet), port, '127.0.0.1');
}

async function run({ port, ssrc, packetsPerSecond, ms }: Flow): Promise<Arrived> {
	received = 0;
	delays = [];
	let sent = 0;
	const begin = performance.now();
	for (let passed = 0; passed < ms; passed = performance.now() - begin) {
		for (; sent < (passed * packetsPerSecond) / 1_000; sent += 1) sendOne(port, ssrc);
		await delay(tickMs);
	}
	lastAt = performance.now();
	while (performance.now() - lastAt < silenceMs) await delay(silenceMs / 4);
	delays.sort((a, b) => a - b);
	return { sent, received, p99Ms: delays[Math.floor(delays.length * 0.99)] ?? 0 };
}

async function openSink(): Promise<number> {
	const sink = dgram.createSocket({ type: 'udp4', recvBufferSize: receiveBufferBytes });
	sink.on('message', arrive);
	sink.bind(0, '127.0.0.1');
	await once(sink, 'listening');
	return sink.address().port;
}

process.send?.(await Promise.all(Array.from({ length: sinks }, openSink)));
process.on('message', (flow: Flow) => void run(flow).then((arrived) => process.send?.(arrived)));
process.on('disconnect', () => process.exit());
