import type { CallBackend, Log } from './ports.ts';

/** Tells the backend, once each, that the call has started and that it was ended. */
export class CallRecord {
	readonly #backend: Pick<CallBackend, 'callStarted' | 'callEnded'>;
	readonly #appointmentId: string;
	readonly #log: Log;
	#started = false;

	constructor(backend: Pick<CallBackend, 'callStarted' | 'callEnded'>, appointmentId: string, log: Log) {
		this.#backend = backend;
		this.#appointmentId = appointmentId;
		this.#log = log;
	}

	/** With every admission. The call goes on when it cannot be recorded; the next admission tries again. */
	async start(): Promise<void> {
		if (this.#started) return;
		this.#started = true;
		try {
			await this.#backend.callStarted(this.#appointmentId);
		} catch {
			this.#started = false;
			this.#log.error({ appointmentId: this.#appointmentId }, 'start of the call not recorded');
		}
	}

	end(): Promise<void> {
		return this.#backend.callEnded(this.#appointmentId);
	}
}
