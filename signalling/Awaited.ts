import { keepLostPeerMs } from './Peer.ts';
import type { Schedule } from './ports.ts';

/**
 * Peers of the call as it was before this room: those who came back have told of them, and they may still come back
 * themselves. Until then, or until their time is over, the call goes on as if they were away.
 */
export class Awaited {
	readonly #schedule: Schedule;
	readonly #gaveUp: (peerId: string) => void;
	readonly #cancels = new Map<string, () => void>();

	/** @param gaveUp told of each who did not come in time */
	constructor(schedule: Schedule, gaveUp: (peerId: string) => void) {
		this.#schedule = schedule;
		this.#gaveUp = gaveUp;
	}

	get ids(): string[] {
		return [...this.#cancels.keys()];
	}

	has(peerId: string): boolean {
		return this.#cancels.has(peerId);
	}

	/** Once for each: to be told of again gives nobody more time. */
	expect(peerIds: readonly string[]): void {
		for (const peerId of peerIds) {
			if (this.has(peerId)) continue;
			const giveUp = () => {
				this.#cancels.delete(peerId);
				this.#gaveUp(peerId);
			};
			this.#cancels.set(peerId, this.#schedule(keepLostPeerMs, giveUp));
		}
	}

	/** They are here, or known to be gone. */
	settle(peerId: string): void {
		this.#cancels.get(peerId)?.();
		this.#cancels.delete(peerId);
	}

	close(): void {
		for (const peerId of this.ids) this.settle(peerId);
	}
}
