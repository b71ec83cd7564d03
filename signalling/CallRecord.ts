import type { QualitySummary } from '../shared/contract/signalling/quality.ts';
import type { Peer } from './Peer.ts';
import type { CallBackend, Log } from './ports.ts';

type RecordingBackend = Pick<CallBackend, 'callStarted' | 'callEnded' | 'qualityReported'>;

/** Tells the backend, once each, that the call has started and that it was ended, and how good it was for whom. */
export class CallRecord {
	readonly #backend: RecordingBackend;
	readonly #appointmentId: string;
	readonly #log: Log;
	#started = false;

	constructor(backend: RecordingBackend, appointmentId: string, log: Log) {
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

	/** Nothing is kept for later when it cannot be recorded: the peer's next report has it in it. */
	quality({ ticket, peerId }: Peer, summary: QualitySummary): Promise<void> {
		return this.#backend.qualityReported(ticket, peerId, summary);
	}
}
