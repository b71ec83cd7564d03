import type { IceServer } from '../../../../shared/contract/signalling/peer.ts';

/** The server's list as browsers take it: what is not there must not be named either. */
export const toRtcIceServers = (iceServers: readonly IceServer[]): RTCIceServer[] =>
	iceServers.map(({ urls, username, credential }) => ({
		urls,
		...(username !== undefined && { username }),
		...(credential !== undefined && { credential }),
	}));
