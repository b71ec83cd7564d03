import { SamtalError } from '../shared/contract/errors.ts';
import type { Topology, TopologyMode } from '../shared/contract/signalling/peer.ts';
import type { Members } from './Members.ts';
import type { MediaServer } from './ports.ts';
import { RoomMedia } from './RoomMedia.ts';
import { nextPath, noPath, renewedPath, type Path } from './topology.ts';

/** Keeps the way that media takes in step with who is in the call. */
export class CallPath {
	readonly media: RoomMedia;
	readonly #members: Members;
	readonly #changed: (topology: Topology) => void;
	#path: Path = noPath;

	constructor(members: Members, server: MediaServer, changed: (topology: Topology) => void) {
		this.#members = members;
		this.#changed = changed;
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
		const members = this.#members.all.map((peer) => peer.info());
		const path = nextPath(this.#path, members);
		if (path === this.#path) return false;
		if (path.topology.mode === 'sfu') this.media.start();
		else this.media.stop();
		this.#take(path);
		return true;
	}

	/** Tells everybody which path media takes. */
	announce(): void {
		this.#members.broadcast('topologyChanged', { topology: this.topology });
	}

	/** @throws SamtalError `WRONG_STATE` for a request that belongs to another path, or to an older epoch. */
	assert(mode: TopologyMode, epoch: number): void {
		if (this.topology.mode !== mode || this.topology.epoch !== epoch) throw new SamtalError('WRONG_STATE');
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
