import type { MediaState } from '../../../../shared/contract/signalling/peer.ts';
import type { CallRequestInput, Standing } from '../../../../shared/contract/signalling/requests.ts';
import type { CallState } from './state.ts';

interface Present {
	media: MediaState;
	/** Of this tab's last time in the call. */
	resumeToken: string | null;
	/** Whether this browser can encrypt from end to end. */
	encrypts: boolean;
	/** Null on a page that is new: then the server builds everything of this peer anew. */
	before: { state: CallState; keys: Standing['keys'] } | null;
}

/** What to say on joining, so that a server that knows this peer, or has forgotten it, goes on from what is there. */
export const joinData = ({ media, resumeToken, encrypts, before }: Present): CallRequestInput<'join'> => ({
	media,
	encrypts,
	...(resumeToken && { resumeToken }),
	...(before && { standing: standingOf(before.state, before.keys) }),
});

const standingOf = ({ topology, peers, self }: CallState, keys: Standing['keys']): Standing => ({
	topology,
	others: peers.map(({ peerId }) => peerId),
	handRaised: self?.handRaised ?? false,
	keys,
});
