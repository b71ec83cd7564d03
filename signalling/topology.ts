import type { PeerInfo, Topology, TopologyMode } from '../shared/contract/signalling/peer.ts';

/** The path that media takes, and for a direct one between whom. */
export interface Path {
	readonly topology: Topology;
	readonly pair: readonly string[];
}

export const noPath: Path = { topology: { mode: 'idle', epoch: 0, politePeerId: null }, pair: [] };

type Member = Pick<PeerInfo, 'peerId' | 'role'>;

/**
 * The path for these peers, given in the order in which they were admitted. It is the same object while nothing
 * changes; a new mode, or another pair on the direct path, has the next epoch.
 */
export function nextPath(path: Path, admitted: readonly Member[]): Path {
	const mode = modeFor(admitted.length);
	const pair = mode === 'direct' ? admitted.map(({ peerId }) => peerId) : [];
	if (mode === path.topology.mode && pair.every((peerId) => path.pair.includes(peerId))) return path;
	const politePeerId = mode === 'direct' ? politeOf(admitted) : null;
	return { topology: { mode, epoch: path.topology.epoch + 1, politePeerId }, pair };
}

/** The same way once more, for media that has to be built anew. */
export const renewedPath = ({ topology, pair }: Path): Path => ({
	topology: { ...topology, epoch: topology.epoch + 1 },
	pair,
});

/** What somebody who came back to a newer room says of the path that they had, and between whom it was. */
interface Told {
	peerId: string;
	told: Topology;
	others: readonly string[];
	/** Nobody else is here yet whose word could differ. */
	first: boolean;
}

/**
 * What `nextPath` goes on from in a room that was made anew, after one more has come back. Of two who say the same, the
 * direct path is kept; words that differ, or cannot be right, lead to a later epoch, which everybody follows.
 */
export function pathAfterRestart(path: Path, { peerId, told, others, first }: Told): Path {
	const { topology, pair } = path;
	const toldPair = told.mode === 'direct' ? [peerId, ...others] : [];
	if (first && isPair(toldPair) && toldPair.includes(told.politePeerId ?? ''))
		return { topology: told, pair: toldPair };
	const alike = topology.mode === told.mode && topology.politePeerId === told.politePeerId;
	const samePath = topology.epoch === told.epoch && toldPair.every((id) => pair.includes(id));
	// What ran over the media server ended with it: there is a newer one.
	if (alike && (topology.mode === 'sfu' ? topology.epoch > told.epoch : samePath)) return path;
	const epoch = Math.max(topology.epoch, told.epoch);
	return { topology: { mode: 'idle', epoch, politePeerId: null }, pair: [] };
}

const isPair = (peerIds: readonly string[]): boolean => new Set(peerIds).size === 2 && peerIds.length === 2;

function modeFor(count: number): TopologyMode {
	if (count < 2) return 'idle';
	return count === 2 ? 'direct' : 'sfu';
}

/** The host yields, as an attendee made the offer while waiting at the door; of two alike, the one who came earlier. */
function politeOf(admitted: readonly Member[]): string | null {
	const hosts = admitted.filter(({ role }) => role === 'host');
	return (hosts.length === 1 ? hosts : admitted)[0]?.peerId ?? null;
}
