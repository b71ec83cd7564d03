import { SamtalError } from '../../shared/contract/errors.ts';
import type { CallPath } from '../CallPath.ts';
import type { Members } from '../Members.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface PairedRoom {
	readonly path: Pick<CallPath, 'assert'>;
	readonly members: Pick<Members, 'othersThan'>;
}

/**
 * To negotiate the direct path with the other peer. Signals for a peer whose socket is lost are kept for its return:
 * an offer that got lost would leave both sides waiting for each other.
 */
export const direct = (room: PairedRoom, peer: Peer): Capability => [
	handle('signalDirect', ({ epoch, description, candidate }) => {
		room.path.assert('direct', epoch);
		const [other] = room.members.othersThan(peer);
		if (other === undefined) throw new SamtalError('PEER_NOT_FOUND');
		other.notifyOrKeep('directSignal', { epoch, from: peer.peerId, description, candidate });
		return {};
	}),
];
