/**
 * How far back a frame may come late. One sender's sound, pictures and screen share a counter, about 200 a second,
 * and a picture whose packets had to be sent again comes well after sound that was encrypted later.
 */
export const windowSize = 4096n;

/** Which counter values of one key have been seen. What is older than the window counts as seen. */
export class ReplayWindow {
	readonly #seen = new Uint8Array(Number(windowSize));
	#newest = -1n;

	has(ctr: bigint): boolean {
		if (ctr > this.#newest) return false;
		return ctr <= this.#newest - windowSize || this.#seen[slotOf(ctr)] === 1;
	}

	/** Takes a value of a frame that proved to be genuine. False when it had been taken before. */
	take(ctr: bigint): boolean {
		if (this.has(ctr)) return false;
		if (ctr > this.#newest) this.#moveTo(ctr);
		this.#seen[slotOf(ctr)] = 1;
		return true;
	}

	#moveTo(newest: bigint): void {
		if (newest - this.#newest >= windowSize) this.#seen.fill(0);
		else for (let ctr = this.#newest + 1n; ctr < newest; ctr += 1n) this.#seen[slotOf(ctr)] = 0;
		this.#newest = newest;
	}
}

const slotOf = (ctr: bigint): number => Number(ctr % windowSize);
