import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import type { MediaPath } from './MediaPath.ts';
import { hasArrived } from './statistics.ts';

/** The other side may need longer to change over than this one; until then it lives on what we send it. Milliseconds. */
const othersFollowMs = 4_000;
/** After this the old path goes, whatever has not come over the new one: its sender may have gone silent. */
const longestMs = 15_000;
/** Between two looks at the statistics: nothing else tells that a frame was decrypted and decoded. */
const lookEveryMs = 100;

/** Where a track comes from; `peerId` is null on the direct path, as its receptions say it. */
interface Origin {
	peerId: string | null;
	source: MediaSource;
}

/** Make before break: a path goes on, in both directions, until the next one has taken its place on both sides. */
export class Handover {
	readonly previous: MediaPath;
	readonly #over: () => void;
	#stands = false;
	#awaited = 0;
	#ended = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#deadline: ReturnType<typeof setTimeout> | undefined;

	/** @param over called when the previous path is needed no more */
	constructor(previous: MediaPath, over: () => void) {
		this.previous = previous;
		this.#over = over;
	}

	/** Whether something is still seen or heard over the previous path alone. */
	get bridges(): boolean {
		return !this.#stands || this.#awaited > 0;
	}

	/**
	 * Resolves when this track of the next path can be seen or heard: packets alone are no picture yet, nor a sound,
	 * as keys or a key frame may be missing. Never, while its sender is silent. At once where nothing came over the previous
	 * path that could go on: where no element plays anything yet, a browser does not even decode the sound that comes.
	 */
	async arrival(next: MediaPath, origin: Origin, track: MediaStreamTrack): Promise<void> {
		const replaces = this.previous.receptions().some(({ source }) => source === origin.source);
		if (!replaces) return;
		this.#count(1);
		if (track.muted) await new Promise((resolve) => track.addEventListener('unmute', resolve, { once: true }));
		while (track.readyState === 'live' && !(await isThere(next, origin)))
			await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
		this.#count(-1);
	}

	/** The next path is connected: what there is comes over it now. */
	nextStands(): void {
		this.#stands = true;
		this.#deadline ??= setTimeout(this.#over, longestMs);
		this.#count(0);
	}

	/** Forgets its clocks; the previous path stays as it is. */
	end(): void {
		this.#ended = true;
		clearTimeout(this.#timer);
		clearTimeout(this.#deadline);
	}

	#count(more: number): void {
		this.#awaited += more;
		clearTimeout(this.#timer);
		if (!this.bridges && !this.#ended) this.#timer = setTimeout(this.#over, othersFollowMs);
	}
}

async function isThere(path: MediaPath, { peerId, source }: Origin): Promise<boolean> {
	const reception = path.receptions().find((one) => one.peerId === peerId && one.source === source);
	// A path that closes meanwhile has no statistics.
	return reception !== undefined && hasArrived(reception).catch(() => false);
}
