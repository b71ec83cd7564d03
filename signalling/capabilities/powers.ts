import type { Peer } from '../Peer.ts';
import type { Capability } from './capability.ts';
import { direct } from './direct.ts';
import { host } from './host.ts';
import { keyOffers, keys } from './keys.ts';
import { lobby } from './lobby.ts';
import { presence } from './presence.ts';
import { quality } from './quality.ts';
import { sfu, sfuPreparation } from './sfu.ts';

type WaitingRoom = Parameters<typeof lobby>[0] & Parameters<typeof sfuPreparation>[0] & Parameters<typeof keyOffers>[0];
type CallRoom = WaitingRoom &
	Parameters<typeof presence>[0] &
	Parameters<typeof direct>[0] &
	Parameters<typeof keys>[0] &
	Parameters<typeof quality>[0];
type HostRoom = CallRoom & Parameters<typeof host>[0];

/** What somebody may do who waits at the door. */
export const waitingPowers = (room: WaitingRoom, peer: Peer): Capability => [
	...lobby(room, peer),
	...sfuPreparation(room, peer),
	...keyOffers(room, peer),
];

/** What an admitted attendee may do. */
export const attendeePowers = (room: CallRoom, peer: Peer): Capability => [
	...lobby(room, peer),
	...presence(room, peer),
	...direct(room, peer),
	...sfu(room, peer),
	...keys(room, peer),
	...quality(room, peer),
];

/** What a host may do. */
export const hostPowers = (room: HostRoom, peer: Peer): Capability => [
	...attendeePowers(room, peer),
	...host(room, peer),
];
