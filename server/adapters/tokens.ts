import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { SamtalError } from '../../shared/contract/errors.ts';

const issuer = 'samtal';
const algorithm = 'HS256';

/** The kinds of token, each with its own audience, so that none passes for another. */
const audiences = {
	access: 'samtal:rest',
	call: 'samtal:call',
	workstation: 'samtal:workstation',
	resume: 'samtal:resume',
	ownPage: 'samtal:own-page',
} as const;
export type TokenKind = keyof typeof audiences;

const claimsOf = {
	access: z.object({ memberId: z.uuid(), sessionId: z.uuid() }),
	call: z.intersection(
		z.object({
			appointmentId: z.uuid(),
			clinicId: z.uuid(),
			professionalId: z.uuid(),
			title: z.string(),
			name: z.string(),
			relayOnly: z.boolean(),
		}),
		z.discriminatedUnion('role', [
			z.object({ role: z.literal('host'), memberId: z.uuid() }),
			z.object({ role: z.literal('attendee'), attendeeId: z.uuid() }),
		]),
	),
	workstation: z.object({ memberId: z.uuid(), clinicId: z.uuid() }),
	resume: z.object({
		appointmentId: z.uuid(),
		person: z.string(),
		peerId: z.uuid(),
		page: z.number().int(),
		since: z.iso.datetime(),
		admittedAt: z.iso.datetime().nullable(),
		startedAt: z.iso.datetime(),
		pathEpoch: z.number().int(),
	}),
	ownPage: z.object({ clientId: z.uuid(), clinicId: z.uuid() }),
} as const;
export type TokenClaims<K extends TokenKind> = z.output<(typeof claimsOf)[K]>;

const envelope = z.object({ typ: z.string(), claims: z.unknown() });

export interface Tokens {
	/** A JWT (RFC 7519) of this kind, valid for `seconds`. */
	sign<K extends TokenKind>(kind: K, claims: TokenClaims<K>, seconds: number): string;
	/** @throws SamtalError `UNAUTHENTICATED` unless algorithm, signature, issuer, audience, kind and time are right. */
	verify<K extends TokenKind>(kind: K, token: string): TokenClaims<K>;
}

/** `secret`: at least 32 characters, the same on every node. `now`: the clock, as seen by both sides. */
export function createTokens(secret: string, now: () => Date): Tokens {
	// As a text, the secret would be tried as a public key first, for every request.
	const key = createSecretKey(Buffer.from(secret));
	return {
		sign: (kind, claims, seconds) => {
			const issuedAt = Math.floor(now().getTime() / 1000);
			return jwt.sign({ typ: kind, claims, iat: issuedAt, exp: issuedAt + seconds }, key, {
				algorithm,
				issuer,
				audience: audiences[kind],
			});
		},
		verify: (kind, token) => {
			try {
				const payload = jwt.verify(token, key, {
					algorithms: [algorithm],
					issuer,
					audience: audiences[kind],
					clockTimestamp: Math.floor(now().getTime() / 1000),
				});
				const { typ, claims } = envelope.parse(payload);
				if (typ !== kind) throw new SamtalError('UNAUTHENTICATED');
				return claimsOf[kind].parse(claims) as TokenClaims<typeof kind>;
			} catch (cause) {
				throw new SamtalError('UNAUTHENTICATED', {}, { cause });
			}
		},
	};
}
