/** Typed events: `T` maps each event to its arguments. Listeners run in the order in which they came. */
export class Emitter<T extends { [E in keyof T]: unknown[] }> {
	readonly #listeners: { [E in keyof T]?: ((...args: T[E]) => void)[] } = {};

	on<E extends keyof T>(event: E, listener: (...args: T[E]) => void): void {
		(this.#listeners[event] ??= []).push(listener);
	}

	protected emit<E extends keyof T>(event: E, ...args: T[E]): void {
		for (const listener of this.#listeners[event] ?? []) listener(...args);
	}
}
