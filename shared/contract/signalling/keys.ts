import { z } from 'zod';

// What the call's group of keys (MLS, RFC 9420) says to itself: the server passes it on and can read none of it.

/** Bytes as the sockets carry them: browsers get an `ArrayBuffer`, Node a `Buffer`. */
const bytes = (most: number) =>
	z
		.custom<Uint8Array | ArrayBuffer>((value) => value instanceof Uint8Array || value instanceof ArrayBuffer)
		.transform((value) => (value instanceof Uint8Array ? value : new Uint8Array(value)))
		.refine(({ length }) => length > 0 && length <= most, 'Too many bytes, or none.');

/** A message of the socket, or a binary part of one, has at most 64 kB, also in base64. */
const piece = bytes(40_000);

/**
 * What the group's keys are made of. `postQuantum`: X-Wing, that is ML-KEM-768 and X25519 together, so that a call
 * that is recorded today stays closed when one of them falls. `classic`: the suite that RFC 9420 makes everybody have.
 */
export const keySuite = z.enum(['postQuantum', 'classic']);
export type KeySuite = z.infer<typeof keySuite>;

/** The means to add one device to the group, once; 2.7 kB with post-quantum keys. */
export const keyPackage = bytes(8_192);
/** In pieces, as some are larger than a message of the socket may be. */
export const commit = z.array(piece).min(1).max(3);
export const welcome = z.array(piece).max(7);

/** One message of the group to itself, with as much text as the chat takes. */
export const sealed = bytes(40_000);

export const groupId = z.string().regex(/^[0-9a-f]{2,128}$/);
export const keyEpoch = z.number().int().nonnegative();
/** How many are added by one commit at most. */
export const mostAdded = 8;
