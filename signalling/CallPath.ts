import { SamtalError } from '../shared/contract/errors.ts';
import type { Topology, TopologyMode } from '../shared/contract/signalling/peer.ts';
import type { Awaited } from './Awaited.ts';
import type { Members } from './Members.ts';
import type { MediaServer } from './ports.ts';
import { RoomMedia } from './RoomMedia.ts';
import { nextPath, noPath, pathAfterRestart, renewedPath, type Path } from './topology.ts';

interface CallPathOptions {
	members: Members;
	awaited: Awaited;
	server: MediaServer;
	changed(topology: Topology): void;
}

/** Keeps the way that media takes in step with who is in the call. */
export class CallPath {
	readonly media: RoomMedia;
	readonly #options: CallPathOptions;
	#path: Path = noPath;

	constructor(options: CallPathOptions) {
		this.#options = options;
		const { members, server } = options;
		this.media = new RoomMedia(server, {
			notify: (peerId, name, data) => members.get(peerId)?.notify(name, data),
			activeSpeakers: (peerIds) => members.broadcast('activeSpeakers', { peerIds }),
			died: () => this.#rebuild(),
		});
	}

	get topology(): Topology {
		return this.#path.topology;
	}

	/** After somebody came or went. Answers whether the path is another one now; nobody is told yet. */
	update(): boolean {
		return this.#take(nextPath(this.#path, this.#everybody()));
	}

	/**
	 * A member came back to a room that is newer than their part in the call, with the path that they had. Of two who
	 * have the same direct path it goes on as it is; in every other case there is a new one, later than all that is told.
	 */
	goOnFrom(peerId: string, told: Topology, others: readonly string[]): void {
		const first = this.#options.members.size === 1;
		const path = pathAfterRestart(this.#path, { peerId, told, others, first });
		this.#take(nextPath(path, this.#everybody()));
	}

	/** A member has a new page, which has nothing of the path. Answers whether the path is another one now. */
	renewFor(peerId: string): boolean {
		return this.#path.pair.includes(peerId) && this.#take(renewedPath(this.#path));
	}

	/** Tells everybody which path media takes. */
	announce(): void {
		this.#options.members.broadcast('topologyChanged', { topology: this.topology });
	}

	/** @throws SamtalError `WRONG_STATE` for a request that belongs to another path, or to an older epoch. */
	assert(mode: TopologyMode, epoch: number): void {
		if (this.topology.mode !== mode || this.topology.epoch !== epoch) throw new SamtalError('WRONG_STATE');
	}

	/** In the order of admission; whoever is awaited counts as somebody who is away. */
	#everybody() {
		const { members, awaited } = this.#options;
		const away = awaited.ids.map((peerId) => ({ peerId, role: 'attendee' as const }));
		return [...members.all.map((peer) => peer.info()), ...away];
	}

	/** The media room is lost with its worker: the peers are sent to a new one. */
	#rebuild(): void {
		if (this.topology.mode !== 'sfu') return;
		this.media.start();
		this.#take(renewedPath(this.#path));
		this.announce();
	}

	#take(path: Path): boolean {
		if (path === this.#path) return false;
		const { mode } = path.topology;
		if (mode !== 'sfu') this.media.stop();
		else if (this.topology.mode !== 'sfu') this.media.start();
		this.#path = path;
		this.#options.changed(path.topology);
		return true;
	}
}
