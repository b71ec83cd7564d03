import { inBatches } from '../../adapters/prisma/batches.ts';
import { sql, type Database, type Queryable } from '../../adapters/prisma/database.ts';

/** In ms. A turn waits for the locks of those before it. */
const patience = { maxWait: 10_000, timeout: 10_000 };

/** Runs changes in transactions, each all or nothing. */
export interface Turns {
	take<T>(change: (tx: Queryable) => Promise<T>): Promise<T>;
}

/**
 * Few at a time: changes of one professional's calendar wait for each other's locks, each with a connection to the
 * database in its hands, and the other requests need some too.
 */
export function createTurns(db: Database): Turns {
	const run = inBatches(
		async (changes: (() => Promise<unknown>)[]) => {
			const answers: unknown[] = [];
			for (const change of changes) answers.push(await change().catch((error: unknown) => asError(error)));
			return answers;
		},
		{ atOnce: 4 },
	);
	return {
		async take(change) {
			let result: { value: Awaited<ReturnType<typeof change>> } | undefined;
			await run(async () => {
				result = { value: await db.$transaction(change, patience) };
			});
			if (result === undefined) throw new Error('A change ended without a result.');
			return result.value;
		},
	};
}

const asError = (error: unknown): Error =>
	error instanceof Error ? error : new Error('A change failed.', { cause: error });

/**
 * Holds the calendars of these people, clients and resources until the end of the transaction, as `writeBookings` does:
 * in the order of their keys, so that no two transactions each hold what the other wants.
 */
export async function lockCalendars(tx: Queryable, ids: readonly string[]): Promise<void> {
	await tx.$queryRaw(sql`
		SELECT count(pg_advisory_xact_lock(key)) FROM (
			SELECT DISTINCT hashtextextended("who"::text, 0) AS key
			FROM unnest(${[...ids]}::uuid[]) AS held("who") ORDER BY key
		) AS keys`);
}
