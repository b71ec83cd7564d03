import type { CallBackend, Log, Schedule } from './ports.ts';

/** How long a word that could not be recorded waits for the next try, in milliseconds. */
const againMs = 2_000;

interface CallRecordOptions {
	backend: Pick<CallBackend, 'callStarted' | 'callEnded' | 'attendeeRemoved'>;
	appointmentId: string;
	schedule: Schedule;
	log: Log;
}

/**
 * Tells the backend what of a call has to be known after it. The call never waits for it: what cannot be recorded is
 * tried again until it is, each in its turn.
 */
export class CallRecord {
	readonly #options: CallRecordOptions;
	#started = false;
	#turn: Promise<void> = Promise.resolve();

	constructor(options: CallRecordOptions) {
		this.#options = options;
	}

	/** With every admission; told once. */
	start(): void {
		if (this.#started) return;
		this.#started = true;
		this.#write('start', ({ callStarted }, appointmentId) => callStarted(appointmentId));
	}

	/** The host ended the call for all. */
	end(): void {
		this.#write('end', ({ callEnded }, appointmentId) => callEnded(appointmentId));
	}

	removed(attendeeId: string): void {
		this.#write('removal', ({ attendeeRemoved }) => attendeeRemoved(attendeeId));
	}

	#write(what: string, write: (backend: CallRecordOptions['backend'], appointmentId: string) => Promise<void>): void {
		const { backend, appointmentId, log } = this.#options;
		const untilDone = async (): Promise<void> => {
			try {
				await write(backend, appointmentId);
			} catch {
				log.error({ appointmentId, what }, 'not recorded, tried again');
				await this.#pause();
				await untilDone();
			}
		};
		this.#turn = this.#turn.then(untilDone);
	}

	#pause(): Promise<void> {
		return new Promise((resolve) => this.#options.schedule(againMs, resolve));
	}
}
