import type { CallNotification } from '../../../../shared/contract/signalling/notifications.ts';
import type { IceServer, MediaSource, ProducerInfo, Topology } from '../../../../shared/contract/signalling/peer.ts';
import type { DirectPath } from './DirectPath.ts';
import { mediaSources, type MediaPath, type MediaPathEvents } from './MediaPath.ts';
import type { SfuPath } from './SfuPath.ts';
import type { SignallingClient } from './SignallingClient.ts';

const rebuildAfterMs = 1_000;

/** The chunks of both paths; asking for them early makes the first picture come sooner. */
export const loadPaths = () => Promise.all([import('./DirectPath.ts'), import('./SfuPath.ts')]);

const nothingYet: Topology = { mode: 'idle', epoch: -1, politePeerId: null };

interface MediaSwitchOptions {
	request: SignallingClient['request'];
	outgoing(source: MediaSource): MediaStreamTrack | null;
	remoteTrack: MediaPathEvents['remoteTrack'];
	connected(): void;
	/** The direct path gave up; only the server can order another one. */
	failed(): void;
}

/**
 * Follows the server's topology: builds the path of each epoch, and lets go of the one before as soon as the new
 * one carries media.
 */
export class MediaSwitch {
	readonly #options: MediaSwitchOptions;
	#topology: Topology = nothingYet;
	/** Counts the paths built, so that late words of an earlier one are known as such. */
	#turn = 0;
	#direct: DirectPath | undefined;
	#sfu: SfuPath | undefined;
	#previous: MediaPath | undefined;
	/** What came for the path before its code was there. */
	#early: (() => void)[] = [];
	/** Heights at which pictures are shown, for a path that comes later. */
	readonly #shown = new Map<string, { peerId: string; source: MediaSource; pixels: number }>();

	constructor(options: MediaSwitchOptions) {
		this.#options = options;
	}

	get path(): MediaPath | undefined {
		return this.#direct ?? this.#sfu;
	}

	/** Takes the path of this topology; the present one goes on when it is already that. */
	follow(topology: Topology, selfId: string, iceServers: IceServer[]): void {
		const unchanged = topology.epoch === this.#topology.epoch && topology.mode === this.#topology.mode;
		if (unchanged || topology.epoch < this.#topology.epoch) return;
		this.#topology = topology;
		this.#replacePath();
		const turn = this.#turn;
		if (topology.mode === 'direct') void this.#buildDirect(turn, topology, selfId, iceServers);
		else if (topology.mode === 'sfu') void this.#buildSfu(turn, iceServers);
		else this.#closePrevious();
	}

	directSignal({ epoch, description, candidate }: CallNotification<'directSignal'>): void {
		if (epoch !== this.#topology.epoch) return;
		const signal = { ...(description && { description }), ...(candidate !== undefined && { candidate }) };
		this.#soon(() => void this.#direct?.receive(signal));
	}

	producerAdded(producer: ProducerInfo): void {
		this.#soon(() => this.#sfu?.producerAdded(producer));
	}

	producerClosed(producerId: string): void {
		this.#soon(() => this.#sfu?.producerClosed(producerId));
	}

	/** A device went on or off. */
	update(source: MediaSource): void {
		this.path?.setTrack(source, this.#options.outgoing(source));
	}

	showAt(peerId: string, source: MediaSource, pixels: number): void {
		this.#shown.set(`${peerId}/${source}`, { peerId, source, pixels });
		this.path?.showAt(peerId, source, pixels);
	}

	recover(): void {
		this.path?.recover();
	}

	/** Forgets the path and its epoch: the next topology is followed whatever its number. */
	reset(): void {
		this.#topology = nothingYet;
		this.#replacePath();
		this.#closePrevious();
	}

	#replacePath(): void {
		this.#turn += 1;
		this.#closePrevious();
		this.#previous = this.path;
		this.#direct = undefined;
		this.#sfu = undefined;
		this.#early = [];
	}

	async #buildDirect(turn: number, topology: Topology, selfId: string, iceServers: IceServer[]): Promise<void> {
		const { DirectPath } = await import('./DirectPath.ts');
		if (turn !== this.#turn) return;
		const { epoch } = topology;
		this.#direct = new DirectPath({
			epoch,
			polite: topology.politePeerId === selfId,
			iceServers,
			outgoing: this.#options.outgoing,
			send: (signal) => void this.#options.request('signalDirect', { epoch, ...signal }).catch(() => undefined),
			events: this.#eventsOf(turn, this.#options.failed),
		});
		this.#flush();
	}

	async #buildSfu(turn: number, iceServers: IceServer[]): Promise<void> {
		const { SfuPath } = await import('./SfuPath.ts');
		if (turn !== this.#turn) return;
		const rebuild = () => {
			this.#replacePath();
			const next = this.#turn;
			setTimeout(() => next === this.#turn && void this.#buildSfu(next, iceServers), rebuildAfterMs);
		};
		this.#sfu = new SfuPath({
			epoch: this.#topology.epoch,
			iceServers,
			outgoing: this.#options.outgoing,
			request: this.#options.request,
			events: this.#eventsOf(turn, rebuild),
		});
		for (const { peerId, source, pixels } of this.#shown.values()) this.#sfu.showAt(peerId, source, pixels);
		this.#flush();
	}

	/** A path's events, deaf once another path has taken its place. */
	#eventsOf(turn: number, failed: () => void): MediaPathEvents {
		const current = () => turn === this.#turn;
		return {
			remoteTrack: (...args) => void (current() && this.#options.remoteTrack(...args)),
			connected: () => {
				if (!current()) return;
				this.#closePrevious();
				this.#options.connected();
			},
			failed: () => void (current() && failed()),
		};
	}

	/** Now, or as soon as the path that is being built stands. */
	#soon(act: () => void): void {
		if (this.path) act();
		else this.#early.push(act);
	}

	#flush(): void {
		// A device may have changed while the code was coming.
		for (const source of mediaSources) this.update(source);
		for (const act of this.#early.splice(0)) act();
	}

	#closePrevious(): void {
		this.#previous?.close();
		this.#previous = undefined;
	}
}
