import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Links } from '../features/ports.ts';

const ID_BYTES = 16;
const VERSION_BYTES = 4;
const HOUR_BYTES = 4;
const HOUR_MS = 3_600_000;
/** 60 days. */
const PAY_HOURS = 60 * 24;
const MAC_BYTES = 16;

/** What a token is for, so that none passes for another, and how long its payload is. */
const kinds = {
	join: { label: 'samtal:join:', bytes: ID_BYTES + VERSION_BYTES },
	waiting: { label: 'samtal:waiting:', bytes: 2 * ID_BYTES },
	pay: { label: 'samtal:pay:', bytes: ID_BYTES + HOUR_BYTES },
} as const;
type Kind = keyof typeof kinds;

export interface JoinLinks extends Links {
	/** What a join token names, or null unless this server made it. Expiry and revocation are for the caller to check. */
	read(token: string): { attendeeId: string; linkVersion: number } | null;
	/** Which payment a token names, and until when, or null unless this server made it. */
	readPay(token: string): { paymentId: string; until: Date } | null;
	/** Whose place on which waiting list a token names, or null unless this server made it. */
	readWaiting(token: string): { appointmentId: string; clientId: string } | null;
}

/**
 * Join links carry `attendee id | link version | HMAC-SHA256, cut to 128 bits` as base64url, behind `#`, which browsers
 * do not send: the token reaches no server log. Those to a place on a waiting list carry `visit id | client id` alike,
 * those to a payment `payment id | the hour, counted from 1970, in which they end`.
 * `secret`: at least 32 characters, the same on every node.
 */
export function createJoinLinks(origin: string, secret: string): JoinLinks {
	const key = createSecretKey(Buffer.from(secret));
	const sign = (kind: Kind, payload: Buffer) =>
		createHmac('sha256', key).update(kinds[kind].label).update(payload).digest().subarray(0, MAC_BYTES);
	const seal = (kind: Kind, payload: Buffer) => Buffer.concat([payload, sign(kind, payload)]).toString('base64url');

	function open(kind: Kind, token: string): Buffer | null {
		const bytes = Buffer.from(token, 'base64url');
		const length = kinds[kind].bytes;
		// One spelling only: Node's decoder would also take padding and stray characters.
		if (bytes.length !== length + MAC_BYTES || bytes.toString('base64url') !== token) return null;
		const payload = bytes.subarray(0, length);
		return timingSafeEqual(bytes.subarray(length), sign(kind, payload)) ? payload : null;
	}

	const tokenOf = (attendeeId: string, linkVersion: number) => {
		const payload = Buffer.alloc(kinds.join.bytes);
		payload.write(hexOf(attendeeId), 'hex');
		payload.writeUInt32BE(linkVersion, ID_BYTES);
		return seal('join', payload);
	};

	const ownPage = `${origin}/my`;
	return {
		...{ origin, ownPage },
		join: (attendeeId, linkVersion) => `${origin}/join#${tokenOf(attendeeId, linkVersion)}`,
		own: (attendeeId, linkVersion) => {
			const token = tokenOf(attendeeId, linkVersion);
			return { join: `${origin}/join#${token}`, visit: `${origin}/join?change#${token}`, ownPage };
		},
		waiting: (appointmentId, clientId) => {
			const payload = Buffer.from(hexOf(appointmentId) + hexOf(clientId), 'hex');
			return `${ownPage}?waiting#${seal('waiting', payload)}`;
		},
		pay: (paymentId, now) => {
			const payload = Buffer.alloc(kinds.pay.bytes);
			payload.write(hexOf(paymentId), 'hex');
			payload.writeUInt32BE(Math.ceil(now.getTime() / HOUR_MS) + PAY_HOURS, ID_BYTES);
			return `${origin}/pay#${seal('pay', payload)}`;
		},
		readPay: (token) => {
			const payload = open('pay', token);
			if (payload === null) return null;
			return { paymentId: toUuid(payload, 0), until: new Date(payload.readUInt32BE(ID_BYTES) * HOUR_MS) };
		},
		read: (token) => {
			const payload = open('join', token);
			return payload && { attendeeId: toUuid(payload, 0), linkVersion: payload.readUInt32BE(ID_BYTES) };
		},
		readWaiting: (token) => {
			const payload = open('waiting', token);
			return payload && { appointmentId: toUuid(payload, 0), clientId: toUuid(payload, ID_BYTES) };
		},
	};
}

const hexOf = (uuid: string): string => uuid.replaceAll('-', '');

const toUuid = (bytes: Buffer, offset: number): string =>
	bytes.toString('hex', offset, offset + ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
