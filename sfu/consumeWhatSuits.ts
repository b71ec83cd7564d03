import type { types } from 'mediasoup';
import type { ConsumerInfo } from '../shared/contract/signalling/peer.ts';
import type { MediaPeer, SourceProducer } from './MediaPeer.ts';

/** What a peer of this id produces. */
export interface Offered {
	owner: string;
	entry: SourceProducer;
}

/**
 * Gives the peer a consumer of each of these that it can receive and does not have. One that fails is left out: it went
 * away meanwhile, with its producer, its receiver or the worker, and each of these is told.
 */
export async function consumeWhatSuits(
	router: types.Router,
	peer: MediaPeer,
	offered: readonly Offered[],
): Promise<ConsumerInfo[]> {
	const { rtpCapabilities } = peer;
	if (rtpCapabilities === undefined) return [];
	const suiting = offered.filter(({ entry: { producer } }) =>
		router.canConsume({ producerId: producer.id, rtpCapabilities }),
	);
	const made = await Promise.allSettled(suiting.map(({ owner, entry }) => peer.consume(owner, entry)));
	const consumers = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
	return consumers.filter((info) => info !== undefined);
}
