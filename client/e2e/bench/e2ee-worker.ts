// The worker of `bench:e2ee`: what encryption costs, measured where it runs.
import { FrameCipher } from '../../features/call/e2ee/frames/FrameCipher.ts';
import { KeyRing } from '../../features/call/e2ee/frames/KeyRing.ts';
import { open, pump, seal } from '../../features/call/e2ee/frames/pipes.ts';
import type { EncodedFrame, Transformer } from '../../features/call/e2ee/frames/transformer.ts';
import { CallGroup } from '../../features/call/e2ee/group/CallGroup.ts';
import { frameKeysOf } from '../../features/call/e2ee/group/frameKeys.ts';
import { offerToJoin } from '../../features/call/e2ee/group/JoinOffer.ts';
import { encryptFrame } from '../../features/call/e2ee/sframe/frame.ts';
import { deriveKey, importBaseKey } from '../../features/call/e2ee/sframe/keys.ts';
import { kidOf } from '../../features/call/e2ee/sframe/kid.ts';

export interface Measured {
	encryptUsPerFrame: Record<string, number>;
	decryptUsPerFrame: Record<string, number>;
	passthroughUs: number;
	bytesPerFrame: number;
	rekeyMs: Record<string, number>;
}

const frameSizes = [120, 3_000, 15_000, 40_000];
const groupSizes = [2, 10, 30];
const rounds = 5;
const framesPerRound = 1_000;
const callId = '3d0c5f0e-9d0b-4d6e-8f57-0f6c5d3f2a11';

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const sourceOf = (size: number) => (size === 120 ? 'mic' : 'camera');
const suite = 'AES_256_GCM_SHA512_128';
const now = () => performance.now();
const askForKeyFrame = () => undefined;

/** Microseconds for each frame on its way through, and the frames that came out. */
async function through(
	pass: (transformer: Transformer) => Promise<void>,
	frames: EncodedFrame[],
): Promise<{ us: number; out: EncodedFrame[] }> {
	const out: EncodedFrame[] = [];
	const start = performance.now();
	const readable = new ReadableStream<EncodedFrame>({
		pull(controller) {
			const next = frames.shift();
			if (next) controller.enqueue(next);
			else controller.close();
		},
	});
	const writable = new WritableStream<EncodedFrame>({ write: (frame) => void out.push(frame) });
	await pass({ readable, writable, options: null });
	return { us: ((performance.now() - start) * 1_000) / out.length, out };
}

/** Random bytes that begin as a VP8 delta frame does. */
function framesOf(size: number): EncodedFrame[] {
	return Array.from({ length: framesPerRound }, () => {
		const bytes = new Uint8Array(size);
		crypto.getRandomValues(bytes);
		bytes[0] = 0xb1;
		return { data: bytes.buffer, type: 'delta' };
	});
}

async function device(ownLeaf: number): Promise<FrameCipher> {
	const ring = new KeyRing((baseKey, kid) => deriveKey(suite, baseKey, kid));
	const baseKey = await importBaseKey(new Uint8Array(32).fill(1));
	const members = new Map([
		[0, 'anna'],
		[1, 'bo'],
	]);
	ring.add({ group: 'g', epoch: 1n, baseKey, ownLeaf, members, sendAfterMs: 0 }, 0);
	return new FrameCipher(ring, now);
}

async function measureFrames(size: number): Promise<{ encrypt: number; decrypt: number; pass: number }> {
	const [anna, bo] = await Promise.all([device(0), device(1)]);
	const [encrypt, decrypt, pass]: number[][] = [[], [], []];
	const source = sourceOf(size);
	for (let round = 0; round <= rounds; round += 1) {
		const asItIs = (transformer: Transformer) => pump(transformer, async ({ data }) => new Uint8Array(data));
		const passed = await through(asItIs, framesOf(size));
		const sealed = await through((transformer) => seal(transformer, anna, source), passed.out);
		const origin = { peerId: 'anna', source } as const;
		const opened = await through((transformer) => open(transformer, bo, { origin, now, askForKeyFrame }), sealed.out);
		// The first one warms up.
		if (round === 0) continue;
		pass?.push(passed.us);
		encrypt?.push(sealed.us);
		decrypt?.push(opened.us);
	}
	const { encrypted } = anna.counters;
	if (bo.counters.decrypted !== encrypted) throw new Error('Not every frame came through');
	return { encrypt: median(encrypt ?? []), decrypt: median(decrypt ?? []), pass: median(pass ?? []) };
}

/** What the last of thirty members adds to its 2²⁴th frame of one epoch: at 200 frames a second, after 23 hours. */
async function measureBytes(): Promise<number> {
	const key = await deriveKey(suite, await importBaseKey(new Uint8Array(32)), kidOf(15n, 29));
	return (await encryptFrame(key, 2n ** 24n - 1n, new Uint8Array(), new Uint8Array(100))).length - 100;
}

async function groupOf(size: number): Promise<CallGroup[]> {
	const identity = (index: number) => ({
		peerId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		name: `Person ${index}`,
	});
	const founder = await CallGroup.found('postQuantum', identity(0), callId);
	const offers = await Promise.all(
		Array.from({ length: size - 1 }, (_, index) => offerToJoin('postQuantum', identity(index + 1))),
	);
	const committed = await founder.commit({ add: offers.map(({ bytes }) => bytes) });
	if ('refused' in committed || !committed.welcome) throw new Error('Nobody could be added');
	await founder.receive(committed.commit);
	const groups = [founder];
	for (const offer of offers) {
		const joined = await CallGroup.join(offer, committed.welcome, callId);
		if ('refused' in joined) throw new Error('A member could not join');
		groups.push(joined);
	}
	return groups;
}

/** The last member is removed: the committer's time and the median member's, until each has the new frame keys. */
async function measureRekey(size: number): Promise<number> {
	const samples: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const [committer, ...others] = await groupOf(size);
		const removed = others.pop()?.members.at(-1)?.peerId ?? '';
		const start = performance.now();
		const committed = await committer?.commit({ remove: [removed] });
		if (!committer || !committed || 'refused' in committed) throw new Error('Nobody could be removed');
		await enter(committer, committed.commit);
		const ofCommitter = performance.now() - start;
		const ofOthers: number[] = [];
		for (const other of others) {
			const began = performance.now();
			await enter(other, committed.commit);
			ofOthers.push(performance.now() - began);
		}
		samples.push(ofCommitter + median(ofOthers));
	}
	return median(samples);
}

async function enter(group: CallGroup, commit: Uint8Array): Promise<void> {
	const received = await group.receive(commit);
	if (received.kind !== 'changed') throw new Error('The commit was not taken');
	await frameKeysOf(group, 0);
}

async function measure(): Promise<Measured> {
	const frames = new Map<number, Awaited<ReturnType<typeof measureFrames>>>();
	for (const size of frameSizes) frames.set(size, await measureFrames(size));
	const rekey = new Map<number, number>();
	for (const size of groupSizes) rekey.set(size, await measureRekey(size));
	const rounded = (values: Iterable<[number, number]>) =>
		Object.fromEntries([...values].map(([size, value]) => [size, Number(value.toFixed(1))]));
	return {
		encryptUsPerFrame: rounded([...frames].map(([size, { encrypt }]) => [size, encrypt])),
		decryptUsPerFrame: rounded([...frames].map(([size, { decrypt }]) => [size, decrypt])),
		passthroughUs: Number(median([...frames.values()].map(({ pass }) => pass)).toFixed(1)),
		bytesPerFrame: await measureBytes(),
		rekeyMs: rounded(rekey),
	};
}

self.addEventListener('message', async () => {
	// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page is no window
	self.postMessage(await measure());
});
