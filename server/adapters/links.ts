import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Links } from '../features/ports.ts';

const ID_BYTES = 16;
const VERSION_BYTES = 4;
const MAC_BYTES = 16;
const TOKEN_BYTES = ID_BYTES + VERSION_BYTES + MAC_BYTES;

export interface JoinLinks extends Links {
	/** What a join token names, or null unless this server made it. Expiry and revocation are for the caller to check. */
	read(token: string): { attendeeId: string; linkVersion: number } | null;
}

/**
 * Join links carry `attendee id | link version | HMAC-SHA256, cut to 128 bits` as base64url, behind `#`, which browsers
 * do not send: the token reaches no server log. `secret`: at least 32 characters, the same on every node.
 */
export function createJoinLinks(origin: string, secret: string): JoinLinks {
	const sign = (payload: Buffer) =>
		createHmac('sha256', secret).update('samtal:join:').update(payload).digest().subarray(0, MAC_BYTES);

	const tokenOf = (attendeeId: string, linkVersion: number) => {
		const payload = Buffer.alloc(ID_BYTES + VERSION_BYTES);
		payload.write(attendeeId.replaceAll('-', ''), 'hex');
		payload.writeUInt32BE(linkVersion, ID_BYTES);
		return Buffer.concat([payload, sign(payload)]).toString('base64url');
	};

	const ownPage = `${origin}/my`;
	return {
		...{ origin, ownPage },
		join: (attendeeId, linkVersion) => `${origin}/join#${tokenOf(attendeeId, linkVersion)}`,
		own: (attendeeId, linkVersion) => {
			const token = tokenOf(attendeeId, linkVersion);
			return { join: `${origin}/join#${token}`, visit: `${origin}/join?change#${token}`, ownPage };
		},
		read: (token) => {
			const bytes = Buffer.from(token, 'base64url');
			// One spelling only: Node's decoder would also take padding and stray characters.
			if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return null;
			const payload = bytes.subarray(0, ID_BYTES + VERSION_BYTES);
			if (!timingSafeEqual(bytes.subarray(ID_BYTES + VERSION_BYTES), sign(payload))) return null;
			return { attendeeId: toUuid(payload.subarray(0, ID_BYTES)), linkVersion: payload.readUInt32BE(ID_BYTES) };
		},
	};
}

const toUuid = (bytes: Buffer): string =>
	bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
