import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface Door {
	leave(peer: Peer): void;
}

/** The only power of somebody who waits, and of everybody: to go. */
export const lobby = (room: Door, peer: Peer): Capability => [
	handle('leave', () => {
		room.leave(peer);
		return {};
	}),
];
