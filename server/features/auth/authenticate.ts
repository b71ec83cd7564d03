import { z } from 'zod';
import { role } from '../../../shared/contract/session.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { inBatches } from '../../adapters/prisma/batches.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { Tokens } from '../../adapters/tokens.ts';
import type { Doorkeeper } from '../../http/actors.ts';
import type { Ambient } from '../ports.ts';
import { accessTokenOf } from './cookies.ts';

const sessionRows = z.array(z.object({ sessionId: z.uuid(), memberId: z.uuid(), clinicId: z.uuid(), role }));

/**
 * Reads the access cookie and asks the database whether its session still runs, so that signing out everywhere acts
 * at once and not when the last access token expires. Requests that come together share one query.
 * @throws SamtalError `UNAUTHENTICATED` without a valid access token, `SESSION_ENDED` when its session is over.
 */
export function createAuthenticate(deps: {
	db: Database;
	ambient: Ambient;
	tokens: Tokens;
}): Doorkeeper['authenticate'] {
	const { ambient, tokens } = deps;
	const readSession = inBatches((ids: string[]) => readSessions(deps.db, ids, ambient.now()), { atOnce: 2 });
	return async (request) => {
		const token = accessTokenOf(request);
		if (token === undefined) throw new SamtalError('UNAUTHENTICATED');
		const { memberId, sessionId } = tokens.verify('access', token);
		const session = await readSession(sessionId);
		if (session?.memberId !== memberId) throw new SamtalError('SESSION_ENDED');
		return session;
	};
}

/** The sessions with these ids that still run at `now`; undefined for one that does not. */
async function readSessions(db: Database, ids: string[], now: Date) {
	const sessions = sessionRows.parse(
		await db.rows(sql`
			SELECT s."id" AS "sessionId", s."memberId", m."clinicId", m."role"::text
			FROM "Session" s JOIN "Member" m ON m."id" = s."memberId"
			WHERE s."id" = ANY (${ids}::uuid[]) AND s."revokedAt" IS NULL AND s."expiresAt" > ${now}`),
	);
	const byId = new Map(sessions.map((session) => [session.sessionId, session]));
	return ids.map((id) => byId.get(id));
}
