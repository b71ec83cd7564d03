import { SamtalError } from '../shared/contract/errors.ts';
import type { Topology, TopologyMode } from '../shared/contract/signalling/peer.ts';
import type { Members } from './Members.ts';
import type { MediaServer, Schedule } from './ports.ts';
import { RoomMedia } from './RoomMedia.ts';
import { nextPath, noPath, renewedPath, type Path } from './topology.ts';

/** A group of two may soon be three again: so long it stays on the media server; milliseconds. */
const calmMs = 5_000;

/** Keeps the way that media takes in step with who is in the call. */
export class CallPath {
	readonly media: RoomMedia;
	readonly #members: Members;
	readonly #changed: (topology: Topology) => void;
	readonly #schedule: Schedule;
	#path: Path = noPath;
	/** Set while the way back to the direct path is only planned. */
	#stayOnServer: (() => void) | undefined;

	constructor(options: {
		members: Members;
		server: MediaServer;
		schedule: Schedule;
		changed: (topology: Topology) => void;
	}) {
		const { members, server, schedule, changed } = options;
		this.#members = members;
		this.#schedule = schedule;
		this.#changed = changed;
		this.media = new RoomMedia(server, schedule, {
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
		this.#stayOnServer?.();
		this.#stayOnServer = undefined;
		const path = this.#next();
		if (this.topology.mode === 'sfu' && path.topology.mode === 'direct') {
			this.#stayOnServer = this.#schedule(calmMs, () => this.#goBack());
			return false;
		}
		return this.#follow(path);
	}

	/** Tells everybody which path media takes. */
	announce(): void {
		this.#members.broadcast('topologyChanged', { topology: this.topology });
	}

	/** @throws SamtalError `WRONG_STATE` for a request that belongs to another path, or to an older epoch. */
	assert(mode: TopologyMode, epoch: number): void {
		if (this.topology.mode !== mode || this.topology.epoch !== epoch) throw new SamtalError('WRONG_STATE');
	}

	#next(): Path {
		return nextPath(
			this.#path,
			this.#members.all.map((peer) => peer.info()),
		);
	}

	#goBack(): void {
		this.#stayOnServer = undefined;
		if (this.#follow(this.#next())) this.announce();
	}

	#follow(path: Path): boolean {
		if (path === this.#path) return false;
		const { mode } = path.topology;
		if (mode === 'sfu') this.media.start();
		else if (mode === 'direct') this.media.retire();
		else this.media.stop();
		this.#take(path);
		return true;
	}

	/** The media room is lost with its worker: the peers are sent to a new one. */
	#rebuild(): void {
		if (this.topology.mode !== 'sfu') return;
		this.media.start();
		this.#take(renewedPath(this.#path));
		this.announce();
	}

	#take(path: Path): void {
		this.#path = path;
		this.#changed(path.topology);
	}
}
