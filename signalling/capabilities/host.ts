import type { EncryptionState } from '../../shared/contract/signalling/activity.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface HostedRoom {
	admit(peerId: string): void;
	removeByHost(host: Peer, peerId: string): void;
	messageWaiting(peerId: string, text: string, from: string): void;
	endForAll(): void;
	reportEncryption(host: Peer, state: EncryptionState): void;
}

/** The professional's powers over the door and the call. */
export const host = (room: HostedRoom, peer: Peer): Capability => [
	handle('admit', ({ peerId }) => {
		room.admit(peerId);
		return {};
	}),
	handle('messageWaiting', ({ peerId, text }) => {
		room.messageWaiting(peerId, text, peer.ticket.name);
		return {};
	}),
	handle('removePeer', ({ peerId }) => {
		room.removeByHost(peer, peerId);
		return {};
	}),
	handle('endForAll', () => {
		room.endForAll();
		return {};
	}),
	handle('reportEncryption', ({ state }) => {
		room.reportEncryption(peer, state);
		return {};
	}),
];
