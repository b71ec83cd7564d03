import type { KeyGroup } from '../KeyGroup.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface KeyedRoom {
	readonly keys: Pick<KeyGroup, 'offer' | 'found' | 'commit' | 'reached' | 'relay'>;
}

/** To ask for keys: already at the door, so that admission waits for nothing. */
export const keyOffers = (room: KeyedRoom, peer: Peer): Capability => [
	handle('offerKeys', ({ keyPackage }) => {
		room.keys.offer(peer, keyPackage);
		return {};
	}),
];

/** To take part in the group that the call's keys come from. */
export const keys = (room: KeyedRoom, peer: Peer): Capability => [
	...keyOffers(room, peer),
	handle('foundKeys', ({ group }) => {
		room.keys.found(peer, group);
		return {};
	}),
	handle('commitKeys', (data) => {
		room.keys.commit(peer, data);
		return {};
	}),
	handle('reachedKeys', (data) => {
		room.keys.reached(peer, data);
		return {};
	}),
	handle('sendSealed', ({ sealed }) => {
		room.keys.relay(peer, sealed);
		return {};
	}),
];
