import { z } from 'zod';
import { role } from '../../../shared/contract/auth.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { Tokens } from '../../adapters/tokens.ts';
import type { Doorkeeper } from '../../http/actors.ts';
import type { Ambient } from '../ports.ts';
import { accessTokenOf } from './cookies.ts';

const sessionRows = z.array(z.object({ clinicId: z.uuid(), role }));

/**
 * Reads the access cookie and asks the database whether its session still runs, so that signing out everywhere acts
 * at once and not when the last access token expires. One query a request.
 * @throws SamtalError `UNAUTHENTICATED` without a valid access token, `SESSION_ENDED` when its session is over.
 */
export function createAuthenticate(deps: {
	db: Database;
	ambient: Ambient;
	tokens: Tokens;
}): Doorkeeper['authenticate'] {
	const { db, ambient, tokens } = deps;
	return async (request) => {
		const token = accessTokenOf(request);
		if (token === undefined) throw new SamtalError('UNAUTHENTICATED');
		const { memberId, sessionId } = tokens.verify('access', token);
		const [session] = sessionRows.parse(
			await db.rows(sql`
				SELECT m."clinicId", m."role"::text FROM "Session" s JOIN "Member" m ON m."id" = s."memberId"
				WHERE s."id" = ${sessionId}::uuid AND s."memberId" = ${memberId}::uuid
					AND s."revokedAt" IS NULL AND s."expiresAt" > ${ambient.now()}`),
		);
		if (session === undefined) throw new SamtalError('SESSION_ENDED');
		return { memberId, sessionId, ...session };
	};
}
