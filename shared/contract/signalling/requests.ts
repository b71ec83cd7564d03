import { z } from 'zod';
import { id, nothing } from '../scalars.ts';
import { encryptionState } from './activity.ts';
import { commit, groupId, keyEpoch, keyPackage, keySuite, mostAdded, sealed, welcome } from './keys.ts';
import { qualitySummary } from './quality.ts';
import { mediaSource, mediaState, roomSnapshot, topology } from './peer.ts';

/** One request of the call's socket: what the peer sends, and what the acknowledgement carries. */
const request = <D extends z.ZodType, R extends z.ZodType>(data: D, response: R) => ({ data, response });

/** Opaque to the server's logic: mediasoup checks them, and rejects what is malformed. */
const rtpParameters = z.record(z.string(), z.unknown());
const dtlsParameters = z.record(z.string(), z.unknown());
const iceParameters = z.record(z.string(), z.unknown());

const transportOptions = z.object({
	id,
	iceParameters,
	iceCandidates: z.array(z.record(z.string(), z.unknown())),
	dtlsParameters,
	/** Where data channels are possible. */
	sctpParameters: z.record(z.string(), z.unknown()).optional(),
});

/** More than a call ever has members, those included who are just leaving. */
const mostPeers = 60;

/** What a page still has of the call although its socket was lost, so that a room made anew can go on from there. */
export const standing = z.object({
	topology,
	/** The others in the call, by peer id. */
	others: z.array(id).max(mostPeers),
	handRaised: z.boolean().default(false),
	/** Its place in the group that the call's keys come from, and everybody who is in it. */
	keys: z.object({ group: groupId, epoch: keyEpoch, members: z.array(id).max(mostPeers) }).nullable(),
});
export type Standing = z.infer<typeof standing>;

export const entrance = z.discriminatedUnion('state', [
	z.object({ state: z.literal('waiting'), peerId: id, name: z.string(), resumeToken: z.string(), keySuite, topology }),
	z.object({ state: z.literal('admitted'), peerId: id, resumeToken: z.string(), keySuite, room: roomSnapshot }),
]);
export type Entrance = z.infer<typeof entrance>;

/**
 * Everything that a browser may ask over the `/call` socket. Who the peer is and which room it asks for comes
 * from the handshake's ticket. Every request is answered with the result envelope; errors as in `errorTable`.
 */
export const callRequests = {
	/**
	 * First message of a connection. With the token of an earlier one the same peer comes back: with `standing` the same
	 * page over a new socket, without it a page that was loaded again and has nothing. `REPLACED` when a newer page has
	 * this peer's place.
	 */
	join: request(
		z.object({
			media: mediaState,
			resumeToken: z.string().max(2_048).optional(),
			standing: standing.optional(),
			/** @see waitingPeer */
			encrypts: z.boolean().default(true),
		}),
		entrance,
	),
	leave: request(nothing, nothing),

	// Hosts
	admit: request(z.object({ peerId: id }), nothing),
	messageWaiting: request(z.object({ peerId: id, text: z.string().trim().min(1).max(1_000) }), nothing),
	removePeer: request(z.object({ peerId: id }), nothing),
	endForAll: request(nothing, nothing),
	/** When it is another one than before: kept in the visit's log. */
	reportEncryption: request(z.object({ state: encryptionState }), nothing),

	// Admitted peers
	setMediaState: request(mediaState, nothing),
	raiseHand: request(z.object({ raised: z.boolean() }), nothing),

	/** Every half minute and at the end; what was reported before is part of it. */
	reportQuality: request(qualitySummary, nothing),

	/** Direct path: a session description or ICE candidate for the other peer, relayed unread. */
	signalDirect: request(
		z.object({
			epoch: z.number().int().nonnegative(),
			description: z.object({ type: z.string().max(16), sdp: z.string().max(48_000) }).optional(),
			/** `null` marks the end of candidates. */
			candidate: z.record(z.string(), z.unknown()).nullable().optional(),
		}),
		nothing,
	),

	// Keys of the call
	/** To be added to the call's group, on admission or anew when out of step; already at the door. */
	offerKeys: request(z.object({ keyPackage }), nothing),
	/** A new group with only this peer in it, when asked by `keysWanted`. */
	foundKeys: request(z.object({ group: groupId }), nothing),
	/** Ends an epoch, as asked by `keysWanted`; the first one counts, a later one is `WRONG_STATE`. */
	commitKeys: request(
		z.object({
			group: groupId,
			/** The epoch that it ends. */
			epoch: keyEpoch,
			commit,
			/** For those who are added; nothing when nobody is. */
			welcome,
			/** Whom of those that were wanted it adds, and whose offers are no good. */
			added: z.array(id).max(mostAdded),
			refused: z.array(id).max(mostAdded),
			removed: z.array(id).max(mostPeers),
		}),
		nothing,
	),
	/** This device reads what is sent under the keys of this epoch. */
	reachedKeys: request(z.object({ group: groupId, epoch: keyEpoch }), nothing),
	/** To everybody else in the group, relayed unread: chat, and what devices have to tell each other. */
	sendSealed: request(z.object({ sealed }), nothing),

	// SFU path, in this order; the first three already at the door, where nothing flows yet
	openMedia: request(
		z.object({ epoch: z.number().int().nonnegative() }),
		z.object({ rtpCapabilities: rtpParameters, send: transportOptions, receive: transportOptions }),
	),
	connectTransport: request(z.object({ transportId: id, dtlsParameters }), nothing),
	/** What this browser can receive: from its admission on it is told of consumers by `consumersAdded`. */
	canReceive: request(z.object({ rtpCapabilities: rtpParameters }), nothing),
	restartIce: request(z.object({ transportId: id }), z.object({ iceParameters })),
	produce: request(
		z.object({ transportId: id, source: mediaSource, kind: z.enum(['audio', 'video']), rtpParameters }),
		z.object({ producerId: id }),
	),
	pauseProducer: request(z.object({ producerId: id, paused: z.boolean() }), nothing),
	closeProducer: request(z.object({ producerId: id }), nothing),
	/** Consumers start paused; the browser resumes those that it is ready for, and pauses one that is off screen. */
	pauseConsumers: request(z.object({ consumerIds: z.array(id).min(1).max(120), paused: z.boolean() }), nothing),
	setPreferredLayers: request(
		z.object({
			consumerId: id,
			spatialLayer: z.number().int().min(0).max(2),
			temporalLayer: z.number().int().min(0).max(2),
		}),
		nothing,
	),
} as const;

export type CallRequests = typeof callRequests;
export type CallRequestName = keyof CallRequests;
export type CallRequestData<N extends CallRequestName> = z.output<CallRequests[N]['data']>;
export type CallRequestInput<N extends CallRequestName> = z.input<CallRequests[N]['data']>;
export type CallResponse<N extends CallRequestName> = z.output<CallRequests[N]['response']>;
