import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decryptFrame, encryptFrame, readEnvelope } from './frame.ts';
import { decodeHeader, encodeHeader } from './header.ts';
import { deriveKey, importBaseKey } from './keys.ts';
import { epochsApart, kidOf, readKid } from './kid.ts';

/** Published with RFC 9605 (sframe-wg/sframe); 64-bit numbers are written as text. */
const vectors = z
	.object({
		header: z.array(z.object({ kid: z.string(), ctr: z.string(), encoded: z.string() })),
		sframe: z.array(
			z.object({
				cipher_suite: z.number(),
				kid: z.string(),
				ctr: z.string(),
				base_key: z.string(),
				sframe_salt: z.string(),
				metadata: z.string(),
				pt: z.string(),
				ct: z.string(),
			}),
		),
	})
	.parse(JSON.parse(readFileSync(new URL('testVectors.json', import.meta.url), 'utf8')));

const bytes = (hex: string) => Uint8Array.fromHex(hex);
const suiteOf = (id: number) => (id === 4 ? 'AES_128_GCM_SHA256_128' : 'AES_256_GCM_SHA512_128');
const uint64 = fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn });

describe('header', () => {
	test.each(vectors.header)('the published header of KID $kid, CTR $ctr', ({ kid, ctr, encoded }) => {
		const header = { kid: BigInt(kid), ctr: BigInt(ctr) };
		expect(encodeHeader(header).toHex()).toBe(encoded);
		expect(decodeHeader(bytes(encoded))).toEqual({ ...header, length: encoded.length / 2 });
	});

	test('what is encoded is read back, and nothing of it when a byte is missing', () => {
		fc.assert(
			fc.property(uint64, uint64, fc.uint8Array({ maxLength: 4 }), (kid, ctr, rest) => {
				const header = encodeHeader({ kid, ctr });
				const length = header.length;
				expect(decodeHeader(new Uint8Array([...header, ...rest]))).toEqual({ kid, ctr, length });
				expect(decodeHeader(header.subarray(0, -1))).toBeNull();
			}),
			{ seed: 9605 },
		);
	});

	test('values of more than 64 bits are refused', () => {
		expect(() => encodeHeader({ kid: 1n << 64n, ctr: 0n })).toThrow(RangeError);
		expect(() => encodeHeader({ kid: 0n, ctr: -1n })).toThrow(RangeError);
	});
});

describe('frame', () => {
	test.each(vectors.sframe)('the published frame of cipher suite $cipher_suite', async (vector) => {
		const key = await deriveKey(
			suiteOf(vector.cipher_suite),
			await importBaseKey(bytes(vector.base_key)),
			BigInt(vector.kid),
		);
		expect(key.salt.toHex()).toBe(vector.sframe_salt);
		const frame = await encryptFrame(key, BigInt(vector.ctr), bytes(vector.metadata), bytes(vector.pt));
		expect(frame.toHex()).toBe(vector.ct);
		const envelope = readEnvelope(frame);
		if (!envelope) throw new Error('The frame has no envelope');
		const plaintext = await decryptFrame(key, envelope, bytes(vector.metadata), frame);
		expect(plaintext?.toHex()).toBe(vector.pt);
	});

	test('no bit of a frame or of its metadata can be changed unseen', async () => {
		const key = await deriveKey('AES_256_GCM_SHA512_128', await importBaseKey(new Uint8Array(32)), 16n);
		const metadata = new Uint8Array([1, 2, 3]);
		const frame = await encryptFrame(key, 300n, metadata, new Uint8Array(20));
		for (let bit = 0; bit < (frame.length + metadata.length) * 8; bit += 1) {
			const changed = new Uint8Array([...frame, ...metadata]);
			changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
			const tampered = changed.subarray(0, frame.length);
			const envelope = readEnvelope(tampered);
			const opened = envelope && (await decryptFrame(key, envelope, changed.subarray(frame.length), tampered));
			expect(opened).toBeNull();
		}
	});

	test('a frame without room for its tag has no envelope', async () => {
		const key = await deriveKey('AES_256_GCM_SHA512_128', await importBaseKey(new Uint8Array(32)), 1n);
		const empty = await encryptFrame(key, 1n, new Uint8Array(), new Uint8Array());
		expect(readEnvelope(empty)).not.toBeNull();
		expect(readEnvelope(empty.subarray(1))).toBeNull();
		expect(readEnvelope(new Uint8Array())).toBeNull();
	});
});

describe('KID', () => {
	test('epoch and leaf are read back', () => {
		fc.assert(
			fc.property(uint64, fc.integer({ min: 0, max: 0xffff_ffff }), (epoch, leaf) => {
				expect(readKid(kidOf(epoch, leaf))).toEqual({ epoch: epoch % epochsApart, leaf });
			}),
			{ seed: 52 },
		);
	});

	test('a KID beyond every tree is nobody’s', () => expect(readKid(1n << 40n)).toBeNull());
});
