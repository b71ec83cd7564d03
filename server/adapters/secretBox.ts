import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Closes secrets that have to lie in the database; without the instance's own secret nobody opens them. */
export interface SecretBox {
	/** `boundTo` says whose secret it is: it opens for that name alone. */
	seal(text: string, boundTo: string): Uint8Array<ArrayBuffer>;
	/** The text, or null when it was sealed under another secret, for somebody else, or was changed since. */
	open(sealed: Uint8Array, boundTo: string): string | null;
}

/** AES-256-GCM (NIST SP 800-38D) under a key derived from the instance's secret by HKDF (RFC 5869). */
export function createSecretBox(secret: string): SecretBox {
	const key = new Uint8Array(hkdfSync('sha256', secret, '', 'samtal secrets at rest', 32));
	return {
		seal(text, boundTo) {
			const nonce = randomBytes(NONCE_BYTES);
			const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
			return Uint8Array.from([...nonce, ...cipher.update(text, 'utf8'), ...cipher.final(), ...cipher.getAuthTag()]);
		},
		open(sealed, boundTo) {
			const nonce = sealed.subarray(0, NONCE_BYTES);
			const text = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
			try {
				const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
				decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(-TAG_BYTES));
				return decipher.update(text, undefined, 'utf8') + decipher.final('utf8');
			} catch {
				return null;
			}
		},
	};
}
