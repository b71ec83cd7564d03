import type { MediaSource } from '../../../../../shared/contract/signalling/peer.ts';
import { decryptFrame, encryptFrame, readEnvelope } from '../sframe/frame.ts';
import { clearPrefixLength } from './codecPrefix.ts';
import type { KeyRing } from './KeyRing.ts';

/**
 * Why a frame goes no further. Sending: `noKey`. Receiving: `unknownKey`, no key for it, or none any more;
 * `wrongSender`, somebody else's than the one it came as; `replayed`; `notAuthentic`, changed on its way, of another
 * source, or of another key. Either: `malformed`, too short for what it should be; `failed`.
 */
export const dropReasons = [
	'noKey',
	'malformed',
	'unknownKey',
	'wrongSender',
	'replayed',
	'notAuthentic',
	'failed',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** Counted since the page was opened. */
export interface FrameCounters {
	encrypted: number;
	decrypted: number;
	/** Sent or received as they were, in a call whose encryption was lowered. */
	unencrypted: number;
	dropped: Record<DropReason, number>;
}

type Frame = Uint8Array<ArrayBuffer>;

/** Stands for the epoch of frames that are not encrypted: to a decoder, coming to them is a change of keys. */
const noEpoch = -1n;

/** Where frames come from: the peer that the media path names, and the source. */
export interface Origin {
	peerId: string;
	source: MediaSource;
}

export type Opened = { frame: Frame; epoch: bigint } | { dropped: DropReason };

/** Part of every frame's authenticated data, so that no source can be passed off as another. */
const sourceBytes: Record<MediaSource, number> = { mic: 1, camera: 2, screen: 3, screenAudio: 4 };

/**
 * Encrypts what we send and decrypts what others send, frame by frame, counting both. A frame is laid out as its
 * clear prefix, the SFrame header, the ciphertext and its tag; at most 22 bytes are added.
 */
export class FrameCipher {
	readonly counters: FrameCounters = {
		encrypted: 0,
		decrypted: 0,
		unencrypted: 0,
		dropped: { noKey: 0, malformed: 0, unknownKey: 0, wrongSender: 0, replayed: 0, notAuthentic: 0, failed: 0 },
	};
	readonly #ring: KeyRing;
	readonly #now: () => number;
	#lowered = false;

	/** @param now ms, on the clock with which the ring is told of its epochs */
	constructor(ring: KeyRing, now: () => number) {
		this.#ring = ring;
		this.#now = now;
	}

	/**
	 * From now on frames leave as they are, and what cannot be decrypted is let in as it is: others hear of it a moment
	 * sooner or later. There is no way back.
	 */
	lower(): void {
		this.#lowered = true;
	}

	/** The frame as it may leave the device; null while there is no key. Never throws. */
	async seal(source: MediaSource, frame: Frame): Promise<Frame | null> {
		if (this.#lowered) return this.#passed(frame);
		try {
			const prefixLength = clearPrefixLength(source, frame);
			if (prefixLength === null) return this.#dropSent('malformed');
			const next = this.#ring.next(this.#now());
			if (!next) return this.#dropSent('noKey');
			const prefix = frame.subarray(0, prefixLength);
			const plaintext = frame.subarray(prefix.length);
			const sealed = await encryptFrame(await next.key, next.ctr, metadataOf(source, prefix), plaintext, prefix);
			this.counters.encrypted += 1;
			return sealed;
		} catch {
			return this.#dropSent('failed');
		}
	}

	/** The frame as its sender's encoder made it, or why it is dropped. Never throws. */
	async open(origin: Origin, frame: Frame): Promise<Opened> {
		const opened = await this.#decrypt(origin, frame);
		if ('frame' in opened) this.counters.decrypted += 1;
		else if (this.#lowered) return { frame: this.#passed(frame), epoch: noEpoch };
		else this.counters.dropped[opened.dropped] += 1;
		return opened;
	}

	async #decrypt({ peerId, source }: Origin, frame: Frame): Promise<Opened> {
		try {
			const prefixLength = clearPrefixLength(source, frame);
			if (prefixLength === null) return { dropped: 'malformed' };
			const ciphertext = frame.subarray(prefixLength);
			const envelope = readEnvelope(ciphertext);
			if (!envelope) return { dropped: 'malformed' };
			const reading = this.#ring.find(envelope.kid, this.#now());
			if (!reading) return { dropped: 'unknownKey' };
			if (reading.peerId !== peerId) return { dropped: 'wrongSender' };
			if (reading.window.has(envelope.ctr)) return { dropped: 'replayed' };
			const prefix = frame.subarray(0, prefixLength);
			const plaintext = await decryptFrame(await reading.key, envelope, metadataOf(source, prefix), ciphertext);
			if (!plaintext) return { dropped: 'notAuthentic' };
			// Asked again, as its double may have been decrypted meanwhile.
			if (!reading.window.take(envelope.ctr)) return { dropped: 'replayed' };
			return { frame: prefixLength === 0 ? plaintext : concat(prefix, plaintext), epoch: reading.epoch };
		} catch {
			return { dropped: 'failed' };
		}
	}

	#dropSent(dropped: DropReason): null {
		this.counters.dropped[dropped] += 1;
		return null;
	}

	#passed(frame: Frame): Frame {
		this.counters.unencrypted += 1;
		return frame;
	}
}

function metadataOf(source: MediaSource, prefix: Uint8Array): Uint8Array {
	const metadata = new Uint8Array(1 + prefix.length);
	metadata[0] = sourceBytes[source];
	metadata.set(prefix, 1);
	return metadata;
}

function concat(first: Uint8Array, second: Uint8Array): Frame {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}
