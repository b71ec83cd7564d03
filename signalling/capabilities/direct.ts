import { SamtalError } from '../../shared/contract/errors.ts';
import type { TopologyMode } from '../../shared/contract/signalling/peer.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface PairedRoom {
	assertPath(mode: TopologyMode, epoch: number): void;
	othersThan(peer: Peer): Peer[];
}

/**
 * To negotiate the direct path with the other peer. Signals for a peer whose socket is lost are kept for its return:
 * an offer that got lost would leave both sides waiting for each other.
 */
export const direct = (room: PairedRoom, peer: Peer): Capability => [
	handle('signalDirect', ({ epoch, description, candidate }) => {
		room.assertPath('direct', epoch);
		const [other] = room.othersThan(peer);
		if (other === undefined) throw new SamtalError('PEER_NOT_FOUND');
		other.notifyOrKeep('directSignal', { epoch, from: peer.peerId, description, candidate });
		return {};
	}),
];
