import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Page, WebWorker } from 'puppeteer';
import { expect, test } from 'vitest';
import { addGuest, startCall } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { setScene } from '../support/scene.ts';
import { mediaHealth, type TestServer } from '../support/server.ts';

const scene = setScene();
const partBytes = 16 * 1024 * 1024;

test('the server never has what is said and shown: neither passing it on, nor in its memory', async () => {
	const { pages, workers } = await startGroup('Vera Visitor');
	const pattern = `SAID IN CONFIDENCE ${crypto.randomUUID()}`;
	await Promise.all(workers.map((worker) => worker.evaluate(sayInEveryFrame, pattern)));
	await expectPacketsPassed(pages, 500);
	expect(await findInServer(pattern)).toBe(0);

	// The same with an encryption that does nothing: what is searched for can be found.
	await Promise.all(workers.map((worker) => worker.evaluate(stopEncrypting)));
	await expect.poll(() => findInServer(pattern), { timeout: 30_000 }).toBeGreaterThan(0);
});

/** Three people over the media server, and the workers in which their frames are encrypted. */
async function startGroup(name: string) {
	const call = await startCall(scene, name);
	const guest = await addGuest(scene, call, 'Gabriel Guest');
	const pages = [call.host, call.client, guest] as const;
	for (const page of pages) await expectMediaFlowing(page, 2);
	return { pages, workers: pages.map(framesWorkerOf) };
}

function framesWorkerOf(page: Page): WebWorker {
	const worker = page.workers().find((one) => one.url().includes('frames.worker'));
	if (!worker) throw new Error('The page encrypts no frames');
	return worker;
}

/** Runs in a worker: puts a known pattern into each frame before it is encrypted, of sound and picture alike. */
function sayInEveryFrame(pattern: string): void {
	const { subtle } = crypto;
	const encrypt = subtle.encrypt.bind(subtle);
	const bytes = new TextEncoder().encode(pattern);
	subtle.encrypt = async (algorithm, key, data) => {
		const frame = new Uint8Array(data.byteLength);
		frame.set(
			data instanceof ArrayBuffer
				? new Uint8Array(data)
				: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
		);
		if (frame.length >= bytes.length) frame.set(bytes);
		if (Reflect.get(self, 'plain') !== true) return encrypt(algorithm, key, frame);
		const unsealed = new Uint8Array(frame.length + 16);
		unsealed.set(frame);
		return unsealed.buffer;
	};
}

/** Runs in such a worker: frames go out as they are. */
function stopEncrypting(): void {
	Object.assign(self, { plain: true });
}

/** Waits until each page has got so many packets more over the media server. */
async function expectPacketsPassed(pages: readonly Page[], packets: number): Promise<void> {
	const before = await Promise.all(pages.map(packetsAt));
	const passed = async () => {
		const now = await Promise.all(pages.map(packetsAt));
		return Math.min(...now.map((count, index) => count - (before[index] ?? 0)));
	};
	await expect.poll(passed, { timeout: 30_000 }).toBeGreaterThan(packets);
}

const packetsAt = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		const connections = (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections;
		const reports = await Promise.all(connections.map((connection) => connection.getStats()));
		const received = reports.flatMap((report) => [...report.values()]).filter(({ type }) => type === 'inbound-rtp');
		return received.reduce((sum, { packetsReceived }) => sum + packetsReceived, 0);
	});

/** How often it stands in the memory of the server and its media workers, which hold the packets that they pass on. */
async function findInServer(pattern: string): Promise<number> {
	let found = 0;
	for (const pid of await processesOf(scene.server)) {
		for (const part of memoryOf(pid)) if (part.includes(pattern)) found += 1;
	}
	return found;
}

async function processesOf(server: TestServer): Promise<number[]> {
	const { workers } = await mediaHealth(server);
	return [server.process.pid ?? 0, ...workers.map(({ pid }) => pid)];
}

/** What a process has written into its memory, in parts that overlap by the length of a pattern. */
function* memoryOf(pid: number): Generator<Buffer> {
	const memory = openSync(`/proc/${pid}/mem`, 'r');
	try {
		for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
			const [, from = '', to = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
			if (!rights.startsWith('rw')) continue;
			const end = Number.parseInt(to, 16);
			for (let at = Number.parseInt(from, 16); at < end; at += partBytes) {
				const part = Buffer.alloc(Math.min(partBytes + 64, end - at));
				const length = readAt(memory, part, at);
				yield part.subarray(0, length);
			}
		}
	} finally {
		closeSync(memory);
	}
}

/** Pages that went meanwhile, or that nobody may read, count as empty. */
function readAt(memory: number, into: Buffer, at: number): number {
	try {
		return readSync(memory, into, 0, into.length, at);
	} catch {
		return 0;
	}
}
