import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { kidOf } from '../sframe/kid.ts';
import { deriveKey, importBaseKey } from '../sframe/keys.ts';
import { KeyRing, type EpochKeys } from './KeyRing.ts';

let baseKey: CryptoKey;
beforeAll(async () => void (baseKey = await importBaseKey(new Uint8Array(32))));

const ringOf = () => new KeyRing((base, kid) => deriveKey('AES_256_GCM_SHA512_128', base, kid));
const keys = (epoch: bigint, change: Partial<EpochKeys> = {}): EpochKeys => ({
	group: 'g',
	epoch,
	baseKey,
	ownLeaf: 0,
	members: new Map([
		[0, 'anna'],
		[1, 'bo'],
	]),
	sendAfterMs: 0,
	...change,
});
const kidInUse = async (ring: KeyRing, now: number) => (await ring.next(now)?.key)?.kid;

test('without an epoch there is neither a key to send with nor one to read with', () => {
	const ring = ringOf();
	expect(ring.next(0)).toBeNull();
	expect(ring.find(kidOf(0n, 1), 0)).toBeNull();
});

test('an old epoch is read for 10 s after the change and not a moment longer', () => {
	const ring = ringOf();
	ring.add(keys(1n), 0);
	ring.add(keys(2n), 5_000);
	expect(ring.find(kidOf(1n, 1), 14_999)?.peerId).toBe('bo');
	expect(ring.find(kidOf(1n, 1), 15_000)).toBeNull();
	expect(ring.find(kidOf(2n, 1), 1e12)?.peerId).toBe('bo');
});

test('the new key is used when its time has come, at once where there was none before', async () => {
	const ring = ringOf();
	ring.add(keys(1n, { sendAfterMs: 300 }), 0);
	expect(await kidInUse(ring, 0)).toBe(kidOf(1n, 0));
	ring.add(keys(2n, { sendAfterMs: 300 }), 1_000);
	expect(await kidInUse(ring, 1_299)).toBe(kidOf(1n, 0));
	expect(await kidInUse(ring, 1_300)).toBe(kidOf(2n, 0));
});

test('in a storm of epochs what is sent is never further behind than it was told', async () => {
	const ring = ringOf();
	for (let epoch = 0n; epoch < 100n; epoch += 1n) {
		const now = Number(epoch) * 100;
		ring.add(keys(epoch, { sendAfterMs: 300 }), now);
		if (epoch >= 3n) expect(await kidInUse(ring, now)).toBe(kidOf(epoch - 3n, 0));
	}
});

test('no value of a counter is given twice, whatever happens to the keys', async () => {
	const step = fc.oneof(
		fc.record({ do: fc.constant('next' as const), count: fc.nat({ max: 20 }) }),
		fc.record({ do: fc.constant('add' as const), epoch: fc.bigInt({ min: 0n, max: 40n }) }),
		fc.record({ do: fc.constant('forget' as const) }),
		fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 20_000 }) }),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
			// Each epoch of the test has a key of its own, so that a pair of KID and key names the epoch.
			const epochs = new Map<CryptoKey, bigint>();
			const ring = new KeyRing(async (base, kid) => ({ kid, key: base, salt: new Uint8Array(12) }));
			const used = new Set<string>();
			let now = 0;
			for (const done of steps) {
				if (done.do === 'forget') ring.forget();
				else if (done.do === 'wait') now += done.ms;
				else if (done.do === 'add') {
					const base = await importBaseKey(new Uint8Array(32));
					epochs.set(base, done.epoch);
					ring.add(keys(done.epoch, { baseKey: base }), now);
				} else {
					for (let count = 0; count < done.count; count += 1) {
						const next = ring.next(now);
						if (!next) continue;
						const use = `${epochs.get((await next.key).key)}/${next.ctr}`;
						expect(used.has(use)).toBe(false);
						used.add(use);
					}
				}
			}
		}),
		{ seed: 1, numRuns: 50 },
	);
});

test('an epoch that comes after a newer one is not gone back to', async () => {
	const ring = ringOf();
	ring.add(keys(3n), 0);
	ring.add(keys(2n), 0);
	expect(await kidInUse(ring, 0)).toBe(kidOf(3n, 0));
	expect(ring.find(kidOf(2n, 1), 0)).toBeNull();
});

test('an epoch that everybody reads is sent under before its time, and no other one', async () => {
	const ring = ringOf();
	ring.add(keys(1n), 0);
	ring.add(keys(2n, { sendAfterMs: 300 }), 0);
	ring.sendUnder('another', 2n, 10);
	expect(await kidInUse(ring, 10)).toBe(kidOf(1n, 0));
	ring.sendUnder('g', 2n, 20);
	expect(await kidInUse(ring, 20)).toBe(kidOf(2n, 0));
	// Said again, late.
	ring.sendUnder('g', 1n, 400);
	expect(await kidInUse(ring, 400)).toBe(kidOf(2n, 0));
});

test('two groups have epochs of the same number; the newer one is meant', async () => {
	const ring = ringOf();
	ring.add(keys(1n), 0);
	ring.add(keys(1n, { group: 'h', members: new Map([[1, 'carl']]) }), 0);
	expect(ring.find(kidOf(1n, 1), 0)?.peerId).toBe('carl');
	expect(ring.find(kidOf(1n, 0), 0)).toBeNull();
});

test('an epoch gives way to the one whose KIDs look the same', () => {
	const ring = ringOf();
	for (let epoch = 3n; epoch <= 19n; epoch += 1n) ring.add(keys(epoch), 0);
	expect(ring.find(kidOf(3n, 1), 0)?.epoch).toBe(19n);
	expect(ring.find(kidOf(4n, 1), 0)?.epoch).toBe(4n);
});

test('whom the newest epoch does not have is not read under the one before either', () => {
	const ring = ringOf();
	ring.add(keys(1n), 0);
	ring.add(keys(2n, { members: new Map([[0, 'anna']]) }), 0);
	expect(ring.find(kidOf(1n, 1), 0)).toBeNull();
	expect(ring.find(kidOf(1n, 0), 0)?.peerId).toBe('anna');
});

test('after forgetting, nothing is sent or read until the next epoch', () => {
	const ring = ringOf();
	ring.add(keys(1n), 0);
	ring.forget();
	ring.add(keys(1n), 0);
	expect(ring.next(0)).toBeNull();
	expect(ring.find(kidOf(1n, 1), 0)).toBeNull();
	ring.add(keys(2n), 0);
	expect(ring.next(0)?.ctr).toBe(0n);
});
