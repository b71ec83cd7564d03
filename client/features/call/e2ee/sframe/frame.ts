import { decodeHeader, encodeHeader, type SframeHeader } from './header.ts';
import { tagLength, type SframeKey } from './keys.ts';

/** Header and length of an SFrame ciphertext, before any key is asked for. */
export type Envelope = SframeHeader & { length: number };

/**
 * One frame under one value of the key's counter, laid behind `prefix`, which is copied in front of it as it is.
 * NOTE: the same counter value must never come twice for one key: it would give both frames away.
 * @param metadata what both sides know and the frame is bound to
 * @see RFC 9605, section 4.4.3
 */
export async function encryptFrame(
	{ kid, key, salt }: SframeKey,
	ctr: bigint,
	metadata: Uint8Array,
	plaintext: Uint8Array<ArrayBuffer>,
	prefix: Uint8Array = new Uint8Array(),
): Promise<Uint8Array<ArrayBuffer>> {
	const header = encodeHeader({ kid, ctr });
	const ciphertext = await crypto.subtle.encrypt(parameters(salt, ctr, header, metadata), key, plaintext);
	const frame = new Uint8Array(prefix.length + header.length + ciphertext.byteLength);
	frame.set(prefix);
	frame.set(header, prefix.length);
	frame.set(new Uint8Array(ciphertext), prefix.length + header.length);
	return frame;
}

/** Reads the header of a frame; null when header and tag do not fit into it. */
export function readEnvelope(frame: Uint8Array): Envelope | null {
	const header = decodeHeader(frame);
	return header && frame.length >= header.length + tagLength ? header : null;
}

/**
 * The plaintext of a frame whose envelope was read, or null when it is not what the sender encrypted.
 * @see RFC 9605, section 4.4.4
 */
export async function decryptFrame(
	{ key, salt }: SframeKey,
	{ ctr, length }: Envelope,
	metadata: Uint8Array,
	frame: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		const gcm = parameters(salt, ctr, frame.subarray(0, length), metadata);
		return new Uint8Array(await crypto.subtle.decrypt(gcm, key, frame.subarray(length)));
	} catch {
		return null;
	}
}

function parameters(salt: Uint8Array, ctr: bigint, header: Uint8Array, metadata: Uint8Array): AesGcmParams {
	const additionalData = new Uint8Array(header.length + metadata.length);
	additionalData.set(header);
	additionalData.set(metadata, header.length);
	return { name: 'AES-GCM', iv: nonceOf(salt, ctr), additionalData, tagLength: tagLength * 8 };
}

/** The salt with the counter XORed into its end. */
function nonceOf(salt: Uint8Array, ctr: bigint): Uint8Array<ArrayBuffer> {
	const nonce = new Uint8Array(salt);
	const end = new DataView(nonce.buffer, nonce.length - 8);
	end.setBigUint64(0, end.getBigUint64(0) ^ ctr);
	return nonce;
}
