import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface WatchedRoom {
	tellChanged(peer: Peer): void;
}

/** To show the others one's devices and one's raised hand. */
export const presence = (room: WatchedRoom, peer: Peer): Capability => [
	handle('setMediaState', (media) => {
		peer.media = media;
		room.tellChanged(peer);
		return {};
	}),
	handle('raiseHand', ({ raised }) => {
		peer.handRaised = raised;
		room.tellChanged(peer);
		return {};
	}),
];
