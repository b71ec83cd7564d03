import { z } from 'zod';
import { id } from '../scalars.ts';
import { commit, groupId, keyEpoch, keyPackage, mostAdded, sealed, welcome } from './keys.ts';
import { consumerInfo, peerInfo, roomSnapshot, topology, waitingPeer } from './peer.ts';

/** The tools whose data lives in the backend: what changed is read again over REST. */
export const toolName = z.enum(['payments', 'booking', 'notes']);
export type ToolName = z.infer<typeof toolName>;

/** Up to this simulcast layer a camera is encoded from the start. */
export const firstSpatialLayer = 1;

/** Why a peer's part in the call is over. `replaced`: the same person joined from another device. */
export const departure = z.enum(['left', 'lost', 'removed', 'cancelled', 'replaced', 'ended']);
export type Departure = z.infer<typeof departure>;

/** Everything that the server tells a browser over the `/call` socket, parsed on arrival. */
export const callNotifications = {
	// Waiting peers
	/** The token brings this page back as somebody who is in; the one from before as somebody who waits. */
	admitted: z.object({ room: roomSnapshot, resumeToken: z.string() }),
	waitingMessage: z.object({ text: z.string(), from: z.string() }),

	// Hosts
	waitingChanged: z.object({ waiting: z.array(waitingPeer) }),

	// Admitted peers
	/** With the path that media takes from now on: in one message, as what follows from it is urgent. */
	peerJoined: z.object({ peer: peerInfo, topology }),
	peerChanged: z.object({ peer: peerInfo }),
	peerLeft: z.object({ peerId: id, reason: departure }),
	/** Also to those at the door, who can make the path ready. */
	topologyChanged: z.object({ topology }),
	directSignal: z.object({
		epoch: z.number().int(),
		from: id,
		description: z.object({ type: z.string(), sdp: z.string() }).optional(),
		candidate: z.record(z.string(), z.unknown()).nullable().optional(),
	}),
	/** What there is to receive: all of it on coming in, even if it is nothing; one source when it begins. */
	consumersAdded: z.object({ consumers: z.array(consumerInfo) }),
	producerClosed: z.object({ producerId: id }),
	/**
	 * To the producer's own peer: the highest simulcast layer that anybody watches; more need not be encoded. Until it
	 * is said, `firstSpatialLayer`.
	 */
	layersWanted: z.object({ producerId: id, spatialLayer: z.number().int().min(0).max(2) }),
	/** The loudest peers of the last interval, loudest first. */
	activeSpeakers: z.object({ peerIds: z.array(id) }),
	toolChanged: z.object({ tool: toolName }),

	// Keys of the call
	/** To one who is in the group, to change it; with `found` to one who is to begin a new group. */
	keysWanted: z.object({
		found: z.boolean(),
		add: z.array(z.object({ peerId: id, keyPackage })).max(mostAdded),
		remove: z.array(id),
	}),
	/** To everybody in the call: there is a new group, and the one before is over. */
	keysFounded: z.object({ group: groupId }),
	/** To everybody in the group, its author included, in the order that counts for all. */
	keysCommitted: z.object({ group: groupId, epoch: keyEpoch, commit }),
	/** To everybody in the group: all read this epoch, so nobody has to go on with the keys of the one before. */
	keysReached: z.object({ group: groupId, epoch: keyEpoch }),
	/** To those whom a commit added. */
	keysWelcome: z.object({ group: groupId, welcome }),
	/** To somebody who is out of step with the group: they have to offer anew, and are added again. */
	keysOfferWanted: z.object({}),
	/** What somebody in the group sent to all of it, in the same order as its commits. */
	sealedReceived: z.object({ sealed }),

	// The end of this peer's part
	callOver: z.object({ reason: departure }),
} as const;

/** What the workstation's socket (`/workstation`) hears: the signed-in professional's queue. */
export const workstationNotifications = {
	waitingChanged: z.object({ waiting: z.array(waitingPeer) }),
} as const;

export type CallNotifications = typeof callNotifications;
export type CallNotificationName = keyof CallNotifications;
export type CallNotification<N extends CallNotificationName> = z.output<CallNotifications[N]>;
export type WorkstationNotification<N extends keyof typeof workstationNotifications> = z.output<
	(typeof workstationNotifications)[N]
>;
