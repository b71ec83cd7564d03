/** What stands in front of every SFrame ciphertext: which key, and which of its nonces. Both are 64-bit numbers. */
export interface SframeHeader {
	kid: bigint;
	ctr: bigint;
}

const max = 0xffff_ffff_ffff_ffffn;
/** Below this a value stands in the first byte itself. */
const inline = 8n;

/**
 * The header's bytes: a config byte, then KID and CTR in as few bytes as they need, big-endian; 1 to 17 bytes.
 * @throws RangeError for values of more than 64 bits
 * @see RFC 9605, section 4.3
 */
export function encodeHeader({ kid, ctr }: SframeHeader): Uint8Array<ArrayBuffer> {
	const kidLength = lengthOf(kid);
	const ctrLength = lengthOf(ctr);
	const bytes = new Uint8Array(1 + kidLength + ctrLength);
	bytes[0] = (configOf(kid, kidLength) << 4) | configOf(ctr, ctrLength);
	writeUint(bytes.subarray(1, 1 + kidLength), kid);
	writeUint(bytes.subarray(1 + kidLength), ctr);
	return bytes;
}

/** Reads a header from the first bytes; null when they end too early. `length` is how many bytes it took. */
export function decodeHeader(bytes: Uint8Array): (SframeHeader & { length: number }) | null {
	const config = bytes[0];
	if (config === undefined) return null;
	const kidEnd = 1 + extendedLength(config >> 4);
	const ctrEnd = kidEnd + extendedLength(config & 0xf);
	if (bytes.length < ctrEnd) return null;
	return {
		kid: kidEnd === 1 ? BigInt((config >> 4) & 0x7) : readUint(bytes.subarray(1, kidEnd)),
		ctr: ctrEnd === kidEnd ? BigInt(config & 0x7) : readUint(bytes.subarray(kidEnd, ctrEnd)),
		length: ctrEnd,
	};
}

/** Bytes that the value takes outside the config byte. */
function lengthOf(value: bigint): number {
	if (value < 0n || value > max) throw new RangeError('An SFrame header holds 64-bit values');
	if (value < inline) return 0;
	let length = 1;
	for (let rest = value >> 8n; rest > 0n; rest >>= 8n) length += 1;
	return length;
}

/** Four bits: the value itself, or the flag for an extended field and its length less one. */
const configOf = (value: bigint, length: number): number => (length === 0 ? Number(value) : 0x8 | (length - 1));

const extendedLength = (config: number): number => (config & 0x8 ? (config & 0x7) + 1 : 0);

function writeUint(target: Uint8Array, value: bigint): void {
	let rest = value;
	for (let index = target.length - 1; index >= 0; index -= 1) {
		target[index] = Number(rest & 0xffn);
		rest >>= 8n;
	}
}

function readUint(bytes: Uint8Array): bigint {
	let value = 0n;
	for (const byte of bytes) value = (value << 8n) | BigInt(byte);
	return value;
}
