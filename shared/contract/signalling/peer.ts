import { z } from 'zod';
import { id, instant } from '../scalars.ts';

/** Where a peer's sound and picture come from. */
export const mediaSource = z.enum(['mic', 'camera', 'screen', 'screenAudio']);
export type MediaSource = z.infer<typeof mediaSource>;

/** What a peer says of its own devices; tiles show it. */
export const mediaState = z.object({ mic: z.boolean(), camera: z.boolean(), screen: z.boolean() });
export type MediaState = z.infer<typeof mediaState>;

/** Somebody in the call, as every admitted peer may know them. */
export const peerInfo = z.object({
	peerId: id,
	name: z.string(),
	role: z.enum(['host', 'attendee']),
	/** Set for attendees: whom a tool addresses. */
	attendeeId: id.nullable(),
	media: mediaState,
	handRaised: z.boolean(),
	/** False while the socket is lost and the peer is being kept for its return. */
	connected: z.boolean(),
});
export type PeerInfo = z.infer<typeof peerInfo>;

/** Somebody at the door, as hosts see them. */
export const waitingPeer = z.object({
	peerId: id,
	attendeeId: id,
	appointmentId: id,
	name: z.string(),
	since: instant,
	connected: z.boolean(),
	/** Whether this browser can encrypt from end to end; one that cannot takes part only where a host lowers the call's encryption. */
	encrypts: z.boolean(),
});
export type WaitingPeer = z.infer<typeof waitingPeer>;

/** `direct`: two peers, device to device. `sfu`: through mediasoup. `idle`: nobody to talk to. */
export const topologyMode = z.enum(['idle', 'direct', 'sfu']);
export type TopologyMode = z.infer<typeof topologyMode>;

/** Each change of the path that media takes has the next `epoch`; what speaks of an older one is late. */
export const topology = z.object({
	mode: topologyMode,
	epoch: z.number().int().nonnegative(),
	/** With `direct`: the peer that yields when both sides offer at once (perfect negotiation). */
	politePeerId: id.nullable(),
});
export type Topology = z.infer<typeof topology>;

export const iceServer = z.object({
	urls: z.array(z.string()),
	username: z.string().optional(),
	credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServer>;

/** What a peer receives of another one's source. It begins paused. */
export const consumerInfo = z.object({
	consumerId: id,
	producerId: id,
	/** Whose sound or picture it is. */
	peerId: id,
	source: mediaSource,
	kind: z.enum(['audio', 'video']),
	/** Opaque to our logic: mediasoup-client checks them. */
	rtpParameters: z.record(z.string(), z.unknown()),
});
export type ConsumerInfo = z.infer<typeof consumerInfo>;

/** All that an admitted peer needs to draw the call. */
export const roomSnapshot = z.object({
	appointmentId: id,
	title: z.string(),
	startedAt: instant,
	peers: z.array(peerInfo),
	/** Ids of those who were in the call before the server was started anew and may still come back: shown as away. */
	awaited: z.array(id),
	topology,
	iceServers: z.array(iceServer),
	/** On the direct path this peer uses relayed candidates alone, so that the other one does not learn its address. */
	relayOnly: z.boolean(),
});
export type RoomSnapshot = z.infer<typeof roomSnapshot>;
