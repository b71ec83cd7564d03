import { z } from 'zod';
import { sqlStateOf } from './database.ts';

/** Prisma's own codes: not reachable, timed out, closed (https://www.prisma.io/docs/orm/reference/error-reference). */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024']);
/** What the operating system says of a connection. */
const systemCodes = /^(ECONN|EPIPE$|ENOENT$|ETIMEDOUT$|EHOST|ENET|EAI_)/;
/** Connection exceptions; shut down, crashed, not ready yet (PostgreSQL manual, appendix A). */
const sqlStates = /^(08|57P0)/;
/** `pg` and its pool give these no code. */
const driverMessages = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

const coded = z.object({ code: z.string() });

/**
 * Whether an error of a statement says that the database could not be reached, or was lost on the way: it may be there
 * again in a moment. Whether the statement had its effect is not known then.
 */
export function isUnreachable(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = coded.safeParse(error).data?.code ?? '';
	return (
		prismaCodes.has(code) ||
		systemCodes.test(code) ||
		sqlStates.test(sqlStateOf(error) ?? '') ||
		driverMessages.test(error.message)
	);
}
