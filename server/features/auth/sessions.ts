import { createHash, randomBytes } from 'node:crypto';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database, Queryable } from '../../adapters/prisma/database.ts';
import type { Tokens } from '../../adapters/tokens.ts';
import type { Ambient } from '../ports.ts';

const ACCESS_SECONDS = 10 * 60;
const SESSION_MS = 30 * 86_400_000;
/** Two tabs that wake at once send the same refresh token; the later one still gets tokens of the same session. */
const REUSE_GRACE_MS = 10_000;

export interface SessionTokens {
	accessToken: string;
	refreshToken: string;
	/** When the session ends unless it is refreshed. */
	expiresAt: Date;
}

export interface Sessions {
	/** Starts a session for somebody whose password was right. */
	start(memberId: string): Promise<SessionTokens>;
	/**
	 * Exchanges a refresh token for new tokens. Each is good once: when a used one comes again after the grace, it was
	 * copied, and the whole session ends for both who hold it. Within the grace a copy passes unseen, but it can be used
	 * only in those seconds after its owner used it.
	 * @throws SamtalError `SESSION_ENDED`
	 */
	refresh(refreshToken: string): Promise<SessionTokens & { memberId: string }>;
	/** Ends the session of a refresh token or of an access token that has not expired; what is unknown is ignored. */
	end(refreshToken: string | undefined, accessToken: string | undefined): Promise<void>;
	/** Ends every session of one person. */
	endAll(memberId: string): Promise<void>;
}

export function createSessions(deps: { db: Database; ambient: Ambient; tokens: Tokens }): Sessions {
	const { db, ambient, tokens } = deps;

	async function issue(tx: Queryable, memberId: string, sessionId: string): Promise<SessionTokens> {
		const refreshToken = randomBytes(32).toString('base64url');
		await tx.refreshToken.create({ data: { hash: digest(refreshToken), sessionId, createdAt: ambient.now() } });
		return {
			accessToken: tokens.sign('access', { memberId, sessionId }, ACCESS_SECONDS),
			refreshToken,
			expiresAt: sessionEnd(ambient.now()),
		};
	}

	/** New tokens, or null when the session is over or ends now. Nothing is thrown, so that an ending is committed. */
	async function exchange(tx: Queryable, hash: Uint8Array<ArrayBuffer>) {
		const now = ambient.now();
		const isFirstUse = await tx.refreshToken.updateMany({ where: { hash, usedAt: null }, data: { usedAt: now } });
		const used = await tx.refreshToken.findUnique({ where: { hash }, include: { session: true } });
		if (used === null || used.session.revokedAt !== null || used.session.expiresAt <= now) return null;
		const usedAt = used.usedAt ?? now;
		if (isFirstUse.count === 0 && now.getTime() - usedAt.getTime() > REUSE_GRACE_MS) {
			await tx.session.update({ where: { id: used.sessionId }, data: { revokedAt: now } });
			return null;
		}
		await tx.session.update({ where: { id: used.sessionId }, data: { expiresAt: sessionEnd(now) } });
		const { memberId } = used.session;
		return { memberId, ...(await issue(tx, memberId, used.sessionId)) };
	}

	const sessionIdOf = (accessToken: string): string | null => {
		try {
			return tokens.verify('access', accessToken).sessionId;
		} catch {
			return null;
		}
	};

	return {
		start: (memberId) =>
			db.$transaction(async (tx) => {
				const now = ambient.now();
				await tx.session.deleteMany({ where: { memberId, expiresAt: { lte: now } } });
				const id = ambient.newId();
				await tx.session.create({ data: { id, memberId, createdAt: now, expiresAt: sessionEnd(now) } });
				return issue(tx, memberId, id);
			}),
		async refresh(refreshToken) {
			const issued = await db.$transaction((tx) => exchange(tx, digest(refreshToken)));
			if (issued === null) throw new SamtalError('SESSION_ENDED');
			return issued;
		},
		async end(refreshToken, accessToken) {
			const sessionId = accessToken === undefined ? null : sessionIdOf(accessToken);
			const named = [
				...(sessionId === null ? [] : [{ id: sessionId }]),
				...(refreshToken === undefined ? [] : [{ refreshTokens: { some: { hash: digest(refreshToken) } } }]),
			];
			await db.session.updateMany({ where: { OR: named, revokedAt: null }, data: { revokedAt: ambient.now() } });
		},
		async endAll(memberId) {
			await db.session.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: ambient.now() } });
		},
	};
}

const sessionEnd = (from: Date): Date => new Date(from.getTime() + SESSION_MS);

/** Only this is kept: who reads the table cannot sign in with it. The token is random, so a plain hash is enough. */
const digest = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest());
