import { EventEmitter, once } from 'node:events';
import { createWorker, type types } from 'mediasoup';
import { mediaCodecs } from '../codecs.ts';
import { freePort } from './freePort.ts';

export interface ListenOptions {
	/** Address to listen on. */
	listenIp: string;
	/** Address or name that browsers are told, when it is not `listenIp`. */
	announcedAddress?: string | undefined;
	/** UDP and TCP port; 0 for any free one. */
	port: number;
}

/** One mediasoup process, with the one port over which all its calls go. */
export class MediaWorker extends EventEmitter<{ died: [] }> {
	readonly #worker: types.Worker;
	readonly webRtcServer: types.WebRtcServer;

	/** @throws Error when the process does not start or the port is taken. */
	static async create(binary: string, listen: ListenOptions): Promise<MediaWorker> {
		const worker = await withoutSignals(() => createWorker({ workerBin: binary, logLevel: 'error' }));
		try {
			return new MediaWorker(worker, await openServer(worker, listen));
		} catch (error) {
			worker.close();
			throw error;
		}
	}

	private constructor(worker: types.Worker, webRtcServer: types.WebRtcServer) {
		super();
		this.#worker = worker;
		this.webRtcServer = webRtcServer;
		worker.once('died', () => this.emit('died'));
	}

	get pid(): number {
		return this.#worker.pid;
	}

	get alive(): boolean {
		return !this.#worker.closed;
	}

	createRouter(): Promise<types.Router> {
		return this.#worker.createRouter({ mediaCodecs });
	}

	/** Ends the process and waits until it is gone. */
	async close(): Promise<void> {
		if (this.#worker.subprocessClosed) return;
		const gone = once(this.#worker, 'subprocessclose');
		this.#worker.close();
		await gone;
	}
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * A signal is for the server, which lets its calls finish first. mediasoup ends its workers at once on one, and has no
 * option for that (versatica/mediasoup, pull request 1788): what it puts on the process while it begins is taken off.
 */
function withoutSignals<T>(begin: () => T): T {
	const before = signals.map((signal) => new Set(process.rawListeners(signal)));
	const begun = begin();
	for (const [index, signal] of signals.entries()) {
		for (const listener of process.rawListeners(signal)) {
			if (before[index]?.has(listener) === false) process.off(signal, listener);
		}
	}
	return begun;
}

const portAttempts = 8;

/** A free port is free only until somebody takes it, so finding one is tried a few times. */
async function openServer(worker: types.Worker, listen: ListenOptions): Promise<types.WebRtcServer> {
	for (let attempt = 1; ; attempt++) {
		const port = listen.port === 0 ? await freePort(listen.listenIp) : listen.port;
		const info = {
			ip: listen.listenIp,
			port,
			...(listen.announcedAddress === undefined ? {} : { announcedAddress: listen.announcedAddress }),
		};
		try {
			return await worker.createWebRtcServer({
				listenInfos: [
					{ protocol: 'udp', ...info },
					{ protocol: 'tcp', ...info },
				],
			});
		} catch (error) {
			if (listen.port !== 0 || attempt === portAttempts) throw error;
		}
	}
}
