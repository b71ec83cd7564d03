import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { deriveKey, importBaseKey } from '../sframe/keys.ts';
import { FrameCipher, type Opened, type Origin } from './FrameCipher.ts';
import { KeyRing } from './KeyRing.ts';

const deltaFrame = new Uint8Array([0xb1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
const keyFrame = new Uint8Array([0x90, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
const camera: Origin = { peerId: 'anna', source: 'camera' };

const members = new Map([
	[0, 'anna'],
	[1, 'bo'],
	[29, 'zoe'],
]);
let now = 0;
let anna: FrameCipher;
let bo: FrameCipher;
let giveKeys: (to: FrameCipher, epoch: bigint, ownLeaf: number, fill?: number) => Promise<void>;

beforeEach(() => {
	now = 0;
	const rings = new Map<FrameCipher, KeyRing>();
	const device = () => {
		const ring = new KeyRing((baseKey, kid) => deriveKey('AES_256_GCM_SHA512_128', baseKey, kid));
		const cipher = new FrameCipher(ring, () => now);
		rings.set(cipher, ring);
		return cipher;
	};
	anna = device();
	bo = device();
	giveKeys = async (to, epoch, ownLeaf, fill = 1) => {
		const baseKey = await importBaseKey(new Uint8Array(32).fill(fill));
		rings.get(to)?.add({ group: 'g', epoch, baseKey, ownLeaf, members, sendAfterMs: 0 }, now);
	};
});

async function sealed(frame: Uint8Array<ArrayBuffer>, source: Origin['source'] = 'camera') {
	const result = await anna.seal(source, frame);
	if (!result) throw new Error('Nothing was sealed');
	return result;
}

const reasonOf = (opened: Opened) => ('dropped' in opened ? opened.dropped : null);

test('what is sealed is opened as it was, and adds at most 22 bytes', async () => {
	await giveKeys(anna, 7n, 29);
	await giveKeys(bo, 7n, 1);
	const zoe = (source: Origin['source']): Origin => ({ peerId: 'zoe', source });
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom('mic', 'camera', 'screen', 'screenAudio'),
			fc.uint8Array({ minLength: 10, maxLength: 3_000 }),
			async (source, bytes) => {
				const frame = new Uint8Array(bytes);
				const through = await sealed(frame, source);
				expect(through.length - frame.length).toBeLessThanOrEqual(22);
				expect(await bo.open(zoe(source), through)).toEqual({ frame, epoch: 7n });
			},
		),
		{ seed: 22, numRuns: 500 },
	);
});

test('only the codec’s first bytes can be read on the way', async () => {
	await giveKeys(anna, 1n, 0);
	for (const [frame, clear] of [
		[keyFrame, 10],
		[deltaFrame, 3],
	] as const) {
		const through = await sealed(frame);
		expect(through.subarray(0, clear)).toEqual(frame.subarray(0, clear));
		expect(through.toHex()).not.toContain(frame.subarray(clear).toHex());
	}
	expect((await sealed(deltaFrame, 'mic')).toHex()).not.toContain(deltaFrame.subarray(0, 3).toHex());
});

test('without a key nothing is sent and nothing shown', async () => {
	expect(await anna.seal('camera', deltaFrame)).toBeNull();
	expect(anna.counters.dropped.noKey).toBe(1);
	await giveKeys(anna, 1n, 0);
	expect(reasonOf(await bo.open(camera, await sealed(deltaFrame)))).toBe('unknownKey');
	expect(reasonOf(await bo.open({ peerId: 'anna', source: 'mic' }, deltaFrame))).toBe('malformed');
});

test.each([
	['replayed', async (frame: Uint8Array<ArrayBuffer>) => (await bo.open(camera, frame), bo.open(camera, frame))],
	['malformed', (frame: Uint8Array<ArrayBuffer>) => bo.open(camera, frame.subarray(0, 19))],
	['malformed', (frame: Uint8Array<ArrayBuffer>) => bo.open(camera, frame.subarray(0, 2))],
	['notAuthentic', (frame: Uint8Array<ArrayBuffer>) => bo.open(camera, frame.subarray(0, -1))],
	['notAuthentic', (frame: Uint8Array<ArrayBuffer>) => bo.open({ ...camera, source: 'screen' }, frame)],
	['notAuthentic', (frame: Uint8Array<ArrayBuffer>) => bo.open(camera, frame.with(1, 99))],
	['wrongSender', (frame: Uint8Array<ArrayBuffer>) => bo.open({ ...camera, peerId: 'zoe' }, frame)],
	['wrongSender', (frame: Uint8Array<ArrayBuffer>) => bo.open({ ...camera, peerId: 'mallory' }, frame)],
] as const)('a frame is dropped and counted as %s (%#)', async (reason, open) => {
	await Promise.all([giveKeys(anna, 1n, 0), giveKeys(bo, 1n, 1)]);
	expect(reasonOf(await open(await sealed(deltaFrame)))).toBe(reason);
	expect(bo.counters.dropped[reason]).toBe(1);
});

test('of two copies that come at the same moment one is shown', async () => {
	await Promise.all([giveKeys(anna, 1n, 0), giveKeys(bo, 1n, 1)]);
	const frame = await sealed(deltaFrame);
	const both = await Promise.all([bo.open(camera, frame), bo.open(camera, frame)]);
	// Which of the two is opened first is for the browser's own threads to decide.
	expect(both.map(reasonOf)).toContain('replayed');
	expect(both.filter((opened) => reasonOf(opened) === null)).toHaveLength(1);
});

test('a forged frame does not use up the counter of the genuine one', async () => {
	await Promise.all([giveKeys(anna, 1n, 0), giveKeys(bo, 1n, 1)]);
	const frame = await sealed(deltaFrame);
	expect(reasonOf(await bo.open(camera, frame.with(frame.length - 1, (frame.at(-1) ?? 0) ^ 1)))).toBe('notAuthentic');
	expect(reasonOf(await bo.open(camera, frame))).toBeNull();
});

test('a key of another group or an epoch that died opens nothing', async () => {
	await giveKeys(anna, 1n, 0);
	await giveKeys(bo, 1n, 1, 2);
	expect(reasonOf(await bo.open(camera, await sealed(deltaFrame)))).toBe('notAuthentic');
	const late = await sealed(deltaFrame);
	await giveKeys(bo, 2n, 1);
	now = 10_000;
	expect(reasonOf(await bo.open(camera, late))).toBe('unknownKey');
});

test('a frame that cannot be a picture is not sent', async () => {
	await giveKeys(anna, 1n, 0);
	expect(await anna.seal('camera', keyFrame.subarray(0, 9))).toBeNull();
	expect(await anna.seal('camera', new Uint8Array())).toBeNull();
	expect(anna.counters).toMatchObject({ encrypted: 0, dropped: { malformed: 2 } });
});

test('bytes from nowhere never throw and never pass', async () => {
	await giveKeys(bo, 1n, 1);
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
			expect(reasonOf(await bo.open(camera, new Uint8Array(bytes)))).not.toBeNull();
		}),
		{ seed: 3, numRuns: 500 },
	);
	expect(bo.counters.dropped.failed).toBe(0);
});

test('once lowered, frames go as they are; what others still encrypt is decrypted, until they heard of it too', async () => {
	await giveKeys(anna, 7n, 0);
	await giveKeys(bo, 7n, 1);
	const before = await sealed(deltaFrame);
	anna.lower();
	const plain = await sealed(keyFrame);
	expect(plain).toEqual(keyFrame);
	expect(reasonOf(await bo.open(camera, plain))).not.toBeNull();
	bo.lower();
	expect(await bo.open(camera, before)).toEqual({ frame: deltaFrame, epoch: 7n });
	expect(await bo.open(camera, plain)).toMatchObject({ frame: keyFrame });
	expect(anna.counters).toMatchObject({ encrypted: 1, unencrypted: 1 });
	expect(bo.counters).toMatchObject({ decrypted: 1, unencrypted: 1 });
});
