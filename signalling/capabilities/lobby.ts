import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface Door {
	leave(peer: Peer): void;
}

/** What everybody can do, wherever they are: go. */
export const lobby = (room: Door, peer: Peer): Capability => [
	handle('leave', () => {
		room.leave(peer);
		return {};
	}),
];
