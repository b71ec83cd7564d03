import type { CallNotification } from '../../../../shared/contract/signalling/notifications.ts';
import type { ConsumerInfo, IceServer, MediaSource, Topology } from '../../../../shared/contract/signalling/peer.ts';
import type { PathEnds } from '../e2ee/certificates/CertificateCheck.ts';
import type { FrameProtection } from '../e2ee/FrameCrypto.ts';
import type { DirectPath } from './DirectPath.ts';
import type { PreparedOffer } from './preparedOffer.ts';
import type { MediaPath, MediaPathEvents } from './MediaPath.ts';
import type { SfuPath } from './SfuPath.ts';
import type { SignallingClient } from './SignallingClient.ts';

const rebuildAfterMs = 1_000;

const importPaths = async (protection: () => Promise<FrameProtection>) => {
	const [{ DirectPath }, { prepareOffer }, { SfuPath }, frames] = await Promise.all([
		import('./DirectPath.ts'),
		import('./preparedOffer.ts'),
		import('./SfuPath.ts'),
		protection(),
	]);
	return { DirectPath, prepareOffer, SfuPath, frames };
};
type Paths = Awaited<ReturnType<typeof importPaths>>;

const nothingYet: Topology = { mode: 'idle', epoch: -1, politePeerId: null };

interface MediaSwitchOptions {
	request: SignallingClient['request'];
	outgoing(source: MediaSource): MediaStreamTrack | null;
	/** What encrypts and decrypts all media. */
	protection(): Promise<FrameProtection>;
	remoteTrack: MediaPathEvents['remoteTrack'];
	connected(): void;
	/** Where the direct path begins and ends; null when another path is taken. */
	pathStands(ends: PathEnds | null): void;
	/** The direct path gave up; only the server can order another one. */
	failed(): void;
}

interface Surroundings {
	selfId: string;
	/** With `direct`: whom we talk to. */
	otherId?: string;
	iceServers: IceServer[];
}

/**
 * Follows the server's topology: builds the path of each epoch, and lets go of the one before as soon as the new
 * one carries media.
 */
export class MediaSwitch {
	readonly #options: MediaSwitchOptions;
	#paths: Paths | undefined;
	#topology: Topology = nothingYet;
	#iceServers: IceServer[] = [];
	/** Counts the paths, so that one which is built late does not take the place of a newer one. */
	#turn = 0;
	#direct: DirectPath | undefined;
	#sfu: SfuPath | undefined;
	#previous: MediaPath | undefined;
	#prepared: PreparedOffer | undefined;
	/** Made ready at the door, for the topology of that time. */
	#preparedSfu: SfuPath | undefined;
	/** What came for the path before its code was there. */
	#early: (() => void)[] = [];
	/** Heights at which pictures are shown, for a path that comes later. */
	readonly #shown = new Map<string, { peerId: string; source: MediaSource; pixels: number }>();

	constructor(options: MediaSwitchOptions) {
		this.#options = options;
	}

	/** Gets the code of both paths, so that the first one is built at once when it is needed. */
	async load(): Promise<Paths> {
		this.#paths ??= await importPaths(this.#options.protection);
		return this.#paths;
	}

	/** Makes the path ready that comes next, while there is time: at the door, and alone in the room. */
	prepare({ mode, epoch }: Topology): void {
		this.#build((paths) => {
			if (this.path) return;
			if (mode === 'sfu') this.#preparedSfu = this.#readySfu(paths, epoch);
			else this.#prepared ??= paths.prepareOffer(this.#options.outgoing, paths.frames);
		});
	}

	get path(): MediaPath | undefined {
		return this.#direct ?? this.#sfu;
	}

	/** Resolves when what the media server had for us at the beginning can be received; undefined on other paths. */
	get receiving(): Promise<void> | undefined {
		return this.#sfu?.receiving;
	}

	/** Takes the path of this topology; the present one goes on when it is already that. */
	follow(topology: Topology, surroundings: Surroundings): void {
		const unchanged = topology.epoch === this.#topology.epoch && topology.mode === this.#topology.mode;
		if (unchanged || topology.epoch < this.#topology.epoch) return;
		this.#topology = topology;
		this.#iceServers = surroundings.iceServers;
		this.#replacePath();
		if (topology.mode === 'direct') this.#build((paths) => this.#buildDirect(paths, topology, surroundings));
		else if (topology.mode === 'sfu') this.#build((paths) => this.#buildSfu(paths));
		else {
			this.#closePrevious();
			this.prepare(topology);
		}
	}

	directSignal({ epoch, description, candidate }: CallNotification<'directSignal'>): void {
		if (epoch !== this.#topology.epoch) return;
		const signal = { ...(description && { description }), ...(candidate !== undefined && { candidate }) };
		this.#soon(() => void this.#direct?.receive(signal));
	}

	consumersAdded(consumers: readonly ConsumerInfo[]): void {
		this.#soon(() => this.#sfu?.consumersAdded(consumers));
	}

	producerClosed(producerId: string): void {
		this.#soon(() => this.#sfu?.producerClosed(producerId));
	}

	layersWanted(producerId: string, spatialLayer: number): void {
		this.#soon(() => this.#sfu?.layersWanted(producerId, spatialLayer));
	}

	/** A device went on or off. */
	update(source: MediaSource): void {
		this.path?.setTrack(source, this.#options.outgoing(source));
	}

	showAt(peerId: string, source: MediaSource, pixels: number): void {
		this.#shown.set(`${peerId}/${source}`, { peerId, source, pixels });
		this.path?.showAt(peerId, source, pixels);
	}

	/** Whether the peer's picture is to be seen anywhere. */
	shows(peerId: string, source: MediaSource): boolean {
		return (this.#shown.get(`${peerId}/${source}`)?.pixels ?? 0) > 0;
	}

	recover(): void {
		this.path?.recover();
	}

	/** Forgets the path and its epoch: the next topology is followed whatever its number. */
	reset(): void {
		this.#topology = nothingYet;
		this.#replacePath();
		this.#closePrevious();
		this.#dropPrepared();
	}

	#replacePath(): void {
		this.#turn += 1;
		this.#closePrevious();
		this.#previous = this.path;
		this.#direct = undefined;
		this.#sfu = undefined;
		this.#early = [];
		this.#options.pathStands(null);
	}

	/** At once where the code is there: the other side waits for our offer, and drawing the room can wait. */
	#build(build: (paths: Paths) => void): void {
		if (this.#paths) return build(this.#paths);
		const turn = this.#turn;
		this.load().then((paths) => turn === this.#turn && build(paths), this.#options.failed);
	}

	#buildDirect(paths: Paths, topology: Topology, { selfId, otherId = '' }: Surroundings): void {
		const { epoch } = topology;
		const makesOffer = topology.politePeerId !== selfId;
		const first = makesOffer ? (this.#prepared ?? paths.prepareOffer(this.#options.outgoing, paths.frames)) : null;
		if (makesOffer) this.#prepared = undefined;
		const direct: DirectPath = new paths.DirectPath({
			epoch,
			first,
			otherId,
			frames: paths.frames,
			iceServers: this.#iceServers,
			outgoing: this.#options.outgoing,
			send: (signal) => void this.#options.request('signalDirect', { epoch, ...signal }).catch(() => undefined),
			identified: (fingerprints) => {
				if (this.path === direct) this.#options.pathStands({ pathEpoch: epoch, peerId: otherId, ...fingerprints });
			},
			events: this.#eventsOf(() => direct, this.#options.failed),
		});
		this.#direct = direct;
		this.#flush();
	}

	#buildSfu(paths: Paths): void {
		this.#sfu = this.#readySfu(paths, this.#topology.epoch);
		this.#preparedSfu = undefined;
		void this.#sfu.enter(this.#iceServers);
		for (const { peerId, source, pixels } of this.#shown.values()) this.#sfu.showAt(peerId, source, pixels);
		this.#flush();
	}

	/** What was made ready at the door if it is still of use, otherwise a new one. */
	#readySfu(paths: Paths, epoch: number): SfuPath {
		if (this.#preparedSfu?.epoch === epoch) return this.#preparedSfu;
		this.#preparedSfu?.close();
		const sfu: SfuPath = new paths.SfuPath({
			epoch,
			frames: paths.frames,
			outgoing: this.#options.outgoing,
			request: this.#options.request,
			events: this.#eventsOf(
				() => sfu,
				() => this.#rebuildSfu(paths),
			),
		});
		return sfu;
	}

	#rebuildSfu(paths: Paths): void {
		this.#replacePath();
		const turn = this.#turn;
		setTimeout(() => turn === this.#turn && this.#buildSfu(paths), rebuildAfterMs);
	}

	/** A path's events, deaf once another path has taken its place. */
	#eventsOf(path: () => MediaPath, failed: () => void): MediaPathEvents {
		const current = () => this.path === path();
		return {
			remoteTrack: (...args) => void (current() && this.#options.remoteTrack(...args)),
			connected: () => {
				if (!current()) return;
				this.#closePrevious();
				this.#dropPrepared();
				this.#options.connected();
			},
			failed: () => {
				if (current()) failed();
				else if (this.#preparedSfu === path()) this.#dropPreparedSfu();
			},
		};
	}

	#dropPrepared(): void {
		this.#prepared?.connection.close();
		this.#prepared = undefined;
		this.#dropPreparedSfu();
	}

	#dropPreparedSfu(): void {
		this.#preparedSfu?.close();
		this.#preparedSfu = undefined;
	}

	/** Now, or as soon as the path that is being built stands. */
	#soon(act: () => void): void {
		if (this.path) act();
		else this.#early.push(act);
	}

	#flush(): void {
		for (const act of this.#early.splice(0)) act();
	}

	#closePrevious(): void {
		this.#previous?.close();
		this.#previous = undefined;
	}
}
