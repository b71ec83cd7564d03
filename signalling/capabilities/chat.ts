import type { ChatMessage } from '../../shared/contract/signalling/peer.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface ChatRoom {
	say(message: Pick<ChatMessage, 'peerId' | 'name' | 'text'>): void;
}

/** To write to everybody in the call. The writer gets the message back like all others, with its id. */
export const chat = (room: ChatRoom, peer: Peer): Capability => [
	handle('sendChat', ({ text }) => {
		room.say({ peerId: peer.peerId, name: peer.ticket.name, text });
		return {};
	}),
];
