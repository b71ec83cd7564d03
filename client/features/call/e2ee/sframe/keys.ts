/** The cipher suites of RFC 9605 that browsers can do by themselves. Lengths in bytes; `id` as IANA registered it. */
export const suites = {
	AES_128_GCM_SHA256_128: { id: 4, keyLength: 16, hash: 'SHA-256' },
	AES_256_GCM_SHA512_128: { id: 5, keyLength: 32, hash: 'SHA-512' },
} as const;
export type SframeSuite = keyof typeof suites;

/** Length of nonce and salt, in bytes, of both suites. */
const nonceLength = 12;
/** Length of the authentication tag, in bytes, of both suites. */
export const tagLength = 16;

/** What one KID encrypts and decrypts with. */
export interface SframeKey {
	kid: bigint;
	key: CryptoKey;
	salt: Uint8Array<ArrayBuffer>;
}

/**
 * A base key that derives frame keys and cannot be read again, in this thread or in another that it is posted to.
 * @param secret as long as the suite's keys; the caller wipes it
 */
export function importBaseKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits', 'deriveKey']);
}

/** The key and salt of one KID. @see RFC 9605, section 4.4.2 */
export async function deriveKey(suite: SframeSuite, baseKey: CryptoKey, kid: bigint): Promise<SframeKey> {
	const { id, keyLength, hash } = suites[suite];
	const derivation = (label: string) => ({ name: 'HKDF', hash, salt: new Uint8Array(), info: info(label, kid, id) });
	const [key, salt] = await Promise.all([
		crypto.subtle.deriveKey(
			derivation('SFrame 1.0 Secret key '),
			baseKey,
			{ name: 'AES-GCM', length: keyLength * 8 },
			false,
			['encrypt', 'decrypt'],
		),
		crypto.subtle.deriveBits(derivation('SFrame 1.0 Secret salt '), baseKey, nonceLength * 8),
	]);
	return { kid, key, salt: new Uint8Array(salt) };
}

/** The label, the KID in 8 bytes and the suite in 2. */
function info(label: string, kid: bigint, suiteId: number): Uint8Array<ArrayBuffer> {
	const text = new TextEncoder().encode(label);
	const bytes = new Uint8Array(text.length + 10);
	bytes.set(text);
	const view = new DataView(bytes.buffer, text.length);
	view.setBigUint64(0, kid);
	view.setUint16(8, suiteId);
	return bytes;
}
