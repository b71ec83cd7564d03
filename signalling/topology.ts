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

function modeFor(count: number): TopologyMode {
	if (count < 2) return 'idle';
	return count === 2 ? 'direct' : 'sfu';
}

/** The host yields, as an attendee made the offer while waiting at the door; of two alike, the one who came earlier. */
function politeOf(admitted: readonly Member[]): string | null {
	const hosts = admitted.filter(({ role }) => role === 'host');
	return (hosts.length === 1 ? hosts : admitted)[0]?.peerId ?? null;
}
