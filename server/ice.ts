import { createHmac } from 'node:crypto';
import type { IceServer } from '../shared/contract/signalling/peer.ts';

/** How long a credential opens new relays. A relay that is in use is refreshed with it, so it outlasts a long visit. */
const VALID_S = 12 * 3_600;

/**
 * TURN servers with credentials of their own for one peer: the user name is the time at which they end, the password
 * its HMAC-SHA1 under the secret shared with the TURN server (draft-uberti-behave-turn-rest-00, coturn's
 * `use-auth-secret`). An empty list without a TURN server: direct addresses only.
 */
export function createIceServers(
	turn: { urls: string[]; secret: string } | undefined,
	now: () => Date,
): (peerId: string) => IceServer[] {
	return (peerId) => {
		if (!turn) return [];
		const username = `${Math.floor(now().getTime() / 1000) + VALID_S}:${peerId}`;
		const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
		return [{ urls: turn.urls, username, credential }];
	};
}
