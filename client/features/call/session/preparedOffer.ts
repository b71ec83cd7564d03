import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import { encryptedConnection } from '../e2ee/encryptedConnection.ts';
import type { FrameProtection } from '../e2ee/FrameCrypto.ts';
import { kindOf, mediaSources } from './MediaPath.ts';
import { addTransceiver } from './sendTrack.ts';

/** One transport for all media. It cannot be changed once a connection is made. */
export const bundlePolicy = 'max-bundle';

export interface PreparedOffer {
	connection: RTCPeerConnection;
	transceivers: ReadonlyMap<MediaSource, RTCRtpTransceiver>;
	offer: Promise<RTCSessionDescriptionInit>;
}

/**
 * A connection and its first offer, made before anybody is there to take it: who waits at the door has the time, and
 * the first picture comes a round trip and the making of an offer earlier. Nothing is sent and no candidate gathered
 * until the offer is set as the local description.
 * @param outgoing what each source sends now; devices that change later replace a track
 */
export function prepareOffer(
	outgoing: (source: MediaSource) => MediaStreamTrack | null,
	frames: FrameProtection,
): PreparedOffer {
	const connection = new RTCPeerConnection({ ...encryptedConnection, bundlePolicy });
	const transceivers = new Map(
		mediaSources.map((source) => [source, addTransceiver(connection, kindOf(source), outgoing(source))]),
	);
	for (const [source, { sender }] of transceivers) frames.protectSender(sender, source);
	const offer = connection.createOffer();
	// Whoever takes the offer hears of its failure; one that is never taken fails unheard.
	offer.catch(() => undefined);
	return { connection, transceivers, offer };
}
