import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';

/** All sources, in the order of their transceivers on the direct path. */
export const mediaSources = ['mic', 'camera', 'screen', 'screenAudio'] as const satisfies readonly MediaSource[];

export const kindOf = (source: MediaSource): 'audio' | 'video' =>
	source === 'mic' || source === 'screenAudio' ? 'audio' : 'video';

/** What arrives of one peer, for statistics. `peerId` is null where only one other peer can be meant. */
export interface Reception {
	peerId: string | null;
	source: MediaSource;
	getStats(): Promise<RTCStatsReport>;
}

export interface MediaPathEvents {
	/** A peer's track arrives, or ends with `null`. `peerId` is null on the direct path: the other one. */
	remoteTrack(peerId: string | null, source: MediaSource, track: MediaStreamTrack | null): void;
	/** Media can flow, for the first time or again. */
	connected(): void;
	/** The path cannot go on; it has to be built anew. */
	failed(): void;
}

/** One way for media, for the time of one epoch. Made new for the next epoch, never reused. */
export interface MediaPath {
	readonly mode: 'direct' | 'sfu';
	readonly epoch: number;
	/** Sends this track from a source from now on; `null` sends nothing. */
	setTrack(source: MediaSource, track: MediaStreamTrack | null): void;
	/** The socket is back: what was lost with it is said again, and ICE restarted where it does not stand. */
	recover(): void;
	/** How high, in physical pixels, a peer's picture is shown; 0 when it is not seen. */
	showAt(peerId: string, source: MediaSource, pixels: number): void;
	receptions(): Reception[];
	/** The statistics that hold the candidate pair over which media arrives. */
	transportStats(): Promise<RTCStatsReport>;
	/** The statistics of what we send. */
	sendingStats(): Promise<RTCStatsReport>;
	close(): void;
}
