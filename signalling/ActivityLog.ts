import type { CallBackend, CallChange, CallStay, Log, Schedule } from './ports.ts';

/** How long what could not be kept waits for the next try, in milliseconds. */
const againMs = 2_000;
/** How often it is noted that people are still there, in milliseconds. */
const noteEveryMs = 30_000;
/** More wait for the backend only when it has been away for hours; some 300 bytes each. */
const mostWaiting = 10_000;

interface ActivityLogOptions {
	backend: Pick<CallBackend, 'callActivity'>;
	now: () => Date;
	schedule: Schedule;
	log: Log;
}

/**
 * Hands what happens in all calls of this process to the backend, which may be away for a while: then it waits here.
 * A stay is told whenever it changed and as a whole, so nothing depends on the order, or on how often it is told.
 */
export class ActivityLog {
	readonly #options: ActivityLogOptions;
	/** Of everybody who is in a call, by id. */
	readonly #open = new Map<string, CallStay>();
	readonly #stays = new Map<string, CallStay>();
	readonly #changes = new Map<string, CallChange>();
	#writing: Promise<void> | undefined;
	#endPause: (() => void) | undefined;
	#noting = false;
	#closed = false;

	constructor(options: ActivityLogOptions) {
		this.#options = options;
	}

	/** Somebody is in a call from now on. */
	begin(stay: CallStay): void {
		this.#open.set(stay.id, stay);
		this.#keep(this.#stays, stay);
		if (!this.#noting) this.#noteLater();
	}

	/** A stay that had begun is over. */
	end(id: string, left: NonNullable<CallStay['left']>): void {
		const stay = this.#open.get(id);
		if (!this.#open.delete(id) || stay === undefined) return;
		this.#keep(this.#stays, { ...stay, left, seenAt: left.at });
	}

	change(change: CallChange): void {
		this.#keep(this.#changes, change);
	}

	/** This server ends, but not the calls: what is known is kept if that can be done now. */
	async close(): Promise<void> {
		this.#noteAll();
		this.#closed = true;
		this.#endPause?.();
		await this.#writing;
		await this.#write().catch(() => undefined);
	}

	#keep<T extends { id: string }>(waiting: Map<string, T>, entry: T): void {
		waiting.set(entry.id, entry);
		if (waiting.size > mostWaiting) waiting.delete(waiting.keys().next().value ?? '');
		this.#writing ??= this.#writeAll();
	}

	async #writeAll(): Promise<void> {
		while (this.#stays.size + this.#changes.size > 0 && !this.#closed) {
			try {
				await this.#write();
			} catch {
				if (this.#closed) break;
				this.#options.log.error({ waiting: this.#stays.size + this.#changes.size }, 'activity not kept, tried again');
				await this.#pause();
			}
		}
		this.#writing = undefined;
	}

	#pause(): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#options.schedule(againMs, resolve);
		this.#endPause = resolve;
		return promise;
	}

	async #write(): Promise<void> {
		const [stays, changes] = [[...this.#stays.values()], [...this.#changes.values()]];
		if (stays.length + changes.length === 0) return;
		await this.#options.backend.callActivity(stays, changes);
		// What changed meanwhile is told next.
		for (const stay of stays) if (this.#stays.get(stay.id) === stay) this.#stays.delete(stay.id);
		for (const { id } of changes) this.#changes.delete(id);
	}

	#noteAll(): void {
		const seenAt = this.#options.now();
		for (const [id, stay] of this.#open) {
			const seen = { ...stay, seenAt };
			this.#open.set(id, seen);
			this.#keep(this.#stays, seen);
		}
	}

	#noteLater(): void {
		this.#noting = true;
		this.#options.schedule(noteEveryMs, () => {
			this.#noting = false;
			if (this.#open.size === 0 || this.#closed) return;
			this.#noteAll();
			this.#noteLater();
		});
	}
}
