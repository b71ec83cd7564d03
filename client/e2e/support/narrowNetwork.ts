import dgram from 'node:dgram';
import { once } from 'node:events';

/** What a router holds before it drops; milliseconds at the full rate. */
const longestQueueMs = 200;

/** A UDP way to the media server that is narrow towards the browser. */
export interface NarrowNetwork {
	/** On 127.0.0.1; to be used in place of the media server's. */
	port: number;
	close(): void;
}

/** @param kbps what gets through to the browser; the other way nothing is held back */
export async function startNarrowNetwork(mediaPort: number, kbps: number): Promise<NarrowNetwork> {
	const outside = dgram.createSocket('udp4').bind(0, '127.0.0.1');
	await once(outside, 'listening');
	const inside = new Map<string, dgram.Socket>();
	const timers = new Set<NodeJS.Timeout>();
	let freeAt = 0;

	const narrow = (message: Buffer, send: () => void) => {
		const now = performance.now();
		const begins = Math.max(freeAt, now);
		if (begins - now > longestQueueMs) return;
		freeAt = begins + (message.length * 8) / kbps;
		const timer = setTimeout(() => void (timers.delete(timer), send()), freeAt - now);
		timers.add(timer);
	};
	outside.on('message', (message, { address, port }) => {
		const from = `${address}:${port}`;
		const known = inside.get(from) ?? dgram.createSocket('udp4');
		if (!inside.has(from)) {
			inside.set(from, known);
			known.on('message', (answer) => narrow(answer, () => outside.send(answer, port, address)));
		}
		known.send(message, mediaPort, '127.0.0.1');
	});
	return {
		port: outside.address().port,
		close: () => {
			for (const timer of timers) clearTimeout(timer);
			for (const socket of [outside, ...inside.values()]) socket.close();
		},
	};
}
