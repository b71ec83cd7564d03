import type { Log, MediaServer as MediaServerPort } from '../signalling/ports.ts';
import type { MediaRoom } from './MediaRoom.ts';
import { PacketCount } from './PacketCount.ts';
import { findWorkerBinary } from './worker/findWorkerBinary.ts';
import { WorkerPool, type WorkerHealth } from './WorkerPool.ts';

export interface MediaServerOptions {
	/** Path of the mediasoup-worker program; found by itself when left out. */
	workerBinary?: string | undefined;
	/** How many worker processes; one per core is right. */
	workers: number;
	/** IP address on which the workers listen. */
	listenIp: string;
	/** Address or name that browsers are told, when the machine stands behind NAT. */
	announcedAddress?: string | undefined;
	/** UDP and TCP port of the first worker, the next worker has the next port; 0 (the default) takes free ones. */
	port?: number | undefined;
	log: Log;
}

/** The selective forwarding unit: mediasoup's workers, and the calls that are placed on them. */
export class MediaServer implements MediaServerPort {
	readonly #pool: WorkerPool;
	readonly #packets: PacketCount;

	/** @throws Error when there is no worker program, or a port is taken. */
	static async create({ workerBinary, workers, listenIp, announcedAddress, port = 0, log }: MediaServerOptions) {
		const packets = new PacketCount();
		const binary = findWorkerBinary(workerBinary);
		const listen = { listenIp, announcedAddress, port };
		return new MediaServer(await WorkerPool.create({ binary, workers, listen, packets, log }), packets);
	}

	private constructor(pool: WorkerPool, packets: PacketCount) {
		this.#pool = pool;
		this.#packets = packets;
	}

	createRoom(): Promise<MediaRoom> {
		return this.#pool.createRoom();
	}

	/** RTP packets that all calls have sent to this server since it started. */
	packetsReceived(): Promise<number> {
		return this.#packets.total(this.#pool.rooms().flatMap(({ producers }) => producers));
	}

	async health(): Promise<{ workers: WorkerHealth[]; packetsReceived: number }> {
		return { workers: this.#pool.health(), packetsReceived: await this.packetsReceived() };
	}

	/** Closes all rooms and ends the worker processes. */
	close(): Promise<void> {
		return this.#pool.close();
	}
}
