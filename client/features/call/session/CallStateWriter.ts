import { createCallStore, type CallState, type CallStore } from './state.ts';

/** Nobody sees it, and an offer is answered within it. */
const gatherMs = 64;
/** After this, somebody who was admitted would wonder. */
const longestWaitMs = 1_000;

/**
 * Writes the call's store, and shows what comes in one moment at once: each change alone would draw the room anew,
 * and an offer that waits to be answered would wait for that.
 */
export class CallStateWriter {
	readonly store: CallStore = createCallStore();
	#next: CallState | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** With every change so far, shown or not. */
	get state(): CallState {
		return this.#next ?? this.store.getState();
	}

	/** Shown within 64 ms. */
	set(change: Partial<CallState>): void {
		this.#next = { ...this.state, ...change };
		this.#timer ??= setTimeout(() => this.#show(), gatherMs);
	}

	/** Shows what comes from now on when `all` are settled, or after a second: drawing would hold back what is ready sooner. */
	waitFor(all: readonly Promise<unknown>[]): void {
		clearTimeout(this.#timer);
		const timer = setTimeout(() => this.#show(), longestWaitMs);
		this.#timer = timer;
		void Promise.allSettled(all).then(() => this.#timer === timer && this.#show());
	}

	/** Shown at once, with all before it: what a person did. */
	setNow(change: Partial<CallState>): void {
		this.set(change);
		this.#show();
	}

	#show(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#next) this.store.setState(this.#next);
		this.#next = null;
	}
}
