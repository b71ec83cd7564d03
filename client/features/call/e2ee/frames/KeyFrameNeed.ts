import type { Opened } from './FrameCipher.ts';

/** A request takes a round trip, and the media server passes on one a second. */
const askAgainMs = 500;

/** When one received picture stream needs a new key frame: after each change of keys, and after a dropped frame. */
export class KeyFrameNeed {
	#epoch: bigint | undefined;
	#broken = false;
	#askedAt = -Infinity;

	/**
	 * True when a key frame is to be asked for now: something was decrypted, but not what a decoder can start from.
	 * @param type as the packets say it; a lie costs a request at most
	 */
	after(opened: Opened, type: 'key' | 'delta', now: number): boolean {
		if ('dropped' in opened) {
			// Firefox now and then hands over a frame twice: nothing is missing then.
			if (opened.dropped !== 'replayed') this.#broken = true;
			return false;
		}
		if (type === 'key') {
			this.#broken = false;
			this.#epoch = opened.epoch;
			return false;
		}
		const needed = this.#broken || this.#epoch !== opened.epoch;
		if (!needed || now - this.#askedAt < askAgainMs) return false;
		this.#askedAt = now;
		return true;
	}
}
