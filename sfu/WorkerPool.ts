import { EventEmitter, once } from 'node:events';
import type { Log } from '../signalling/ports.ts';
import { MediaRoom } from './MediaRoom.ts';
import type { PacketCount } from './PacketCount.ts';
import { SamtalError } from '../shared/contract/errors.ts';
import { MediaWorker, type ListenOptions } from './worker/MediaWorker.ts';

interface Place {
	worker: MediaWorker;
	rooms: Set<MediaRoom>;
	readonly listen: ListenOptions;
	/** How often in a row a worker of this place died young. */
	failures: number;
}

export interface WorkerHealth {
	pid: number;
	alive: boolean;
	rooms: number;
	/** In all rooms, with those who wait at a door and have made their media ready. */
	peers: number;
}

const firstDelayMs = 100;
const longestDelayMs = 30_000;
/** A worker that lived this long was sound: the next death starts the back-off anew. */
const soundAfterMs = 60_000;
/** How long a new room waits for a worker while all of them are being replaced. */
const patienceMs = 10_000;

/** The mediasoup workers of this machine: new rooms go to the least loaded, one that dies is replaced. */
export class WorkerPool {
	readonly #binary: string;
	readonly #packets: PacketCount;
	readonly #log: Log;
	readonly #places: Place[] = [];
	readonly #events = new EventEmitter<{ started: [] }>();
	readonly #timers = new Set<NodeJS.Timeout>();
	#closed = false;

	/** Starts `workers` workers; with a fixed port they listen on `port`, `port + 1` … */
	static async create(options: {
		binary: string;
		workers: number;
		listen: ListenOptions;
		packets: PacketCount;
		log: Log;
	}): Promise<WorkerPool> {
		const pool = new WorkerPool(options.binary, options.packets, options.log);
		try {
			for (let index = 0; index < options.workers; index++) {
				const { port } = options.listen;
				await pool.#open({ ...options.listen, port: port === 0 ? 0 : port + index });
			}
		} catch (error) {
			await pool.close();
			throw error;
		}
		return pool;
	}

	private constructor(binary: string, packets: PacketCount, log: Log) {
		this.#binary = binary;
		this.#packets = packets;
		this.#log = log;
	}

	/** @throws SamtalError `MEDIA_FAILED` when no worker is alive and none comes back in time. */
	async createRoom(): Promise<MediaRoom> {
		const place = this.#leastLoaded() ?? (await this.#nextStarted());
		const room = await MediaRoom.create(place.worker, this.#packets);
		place.rooms.add(room);
		room.on('closed', () => place.rooms.delete(room));
		return room;
	}

	health(): WorkerHealth[] {
		return this.#places.map(({ worker: { pid, alive }, rooms }) => ({
			...{ pid, alive, rooms: rooms.size },
			peers: [...rooms].reduce((sum, { peerCount }) => sum + peerCount, 0),
		}));
	}

	rooms(): MediaRoom[] {
		return this.#places.flatMap(({ rooms }) => [...rooms]);
	}

	/** Closes all rooms and ends all worker processes. */
	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		for (const timer of this.#timers) clearTimeout(timer);
		for (const room of this.rooms()) room.close();
		await Promise.all(this.#places.map(({ worker }) => worker.close()));
	}

	async #open(listen: ListenOptions): Promise<void> {
		const worker = await MediaWorker.create(this.#binary, listen);
		const place: Place = { worker, rooms: new Set(), listen, failures: 0 };
		this.#places.push(place);
		this.#watch(place);
	}

	#watch(place: Place): void {
		const { worker } = place;
		const sound = this.#after(soundAfterMs, () => {
			place.failures = 0;
		});
		worker.once('died', () => {
			clearTimeout(sound);
			this.#timers.delete(sound);
			this.#log.error({ pid: worker.pid, rooms: place.rooms.size }, 'media worker died');
			this.#replace(place);
			for (const room of place.rooms) room.workerDied();
		});
	}

	#replace(place: Place): void {
		const delay = Math.min(firstDelayMs * 2 ** place.failures, longestDelayMs);
		place.failures++;
		this.#after(delay, () => void this.#restart(place));
	}

	async #restart(place: Place): Promise<void> {
		try {
			const worker = await MediaWorker.create(this.#binary, place.listen);
			if (this.#closed) return await worker.close();
			place.worker = worker;
			this.#watch(place);
			this.#events.emit('started');
			this.#log.info({ pid: worker.pid }, 'media worker replaced');
		} catch (error) {
			if (this.#closed) return;
			this.#log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'media worker does not start');
			this.#replace(place);
		}
	}

	#leastLoaded(): Place | undefined {
		const [first, ...others] = this.#places.filter(({ worker }) => worker.alive);
		if (first === undefined) return undefined;
		return others.reduce((least, place) => (load(place) < load(least) ? place : least), first);
	}

	async #nextStarted(): Promise<Place> {
		await once(this.#events, 'started', { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
		const place = this.#leastLoaded();
		if (place === undefined) throw new SamtalError('MEDIA_FAILED');
		return place;
	}

	#after(ms: number, run: () => void): NodeJS.Timeout {
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			if (!this.#closed) run();
		}, ms).unref();
		this.#timers.add(timer);
		return timer;
	}
}

/** Rooms weigh by their peers; an empty one is about to fill. */
const load = ({ rooms }: Place): number => [...rooms].reduce((sum, room) => sum + Math.max(room.peerCount, 2), 0);
