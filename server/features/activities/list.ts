import { z } from 'zod';
import type { Activity, ActivityFilter } from '../../../shared/contract/activities.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { cursorOf, positionOf } from '../cursor.ts';
import { activityRow, matching, newest, type ActivityRow } from './statement.ts';

const pageSize = 50;

const answer = z.tuple([z.object({ total: z.number(), rows: z.array(activityRow) })]);

/**
 * One page of the list, in one statement. Visits that are booked between two pages change nothing of the second but
 * `total`: a page begins after the last row of the one before, wherever that stands by then.
 */
export async function listActivities(
	db: Database,
	actor: Actor,
	{ cursor, ...filter }: ActivityFilter & { cursor?: string | undefined },
): Promise<{ activities: Activity[]; total: number; next: string | null }> {
	const visits = matching(actor, filter);
	const after = cursor === undefined ? null : positionOf(cursor);
	// One more than is shown tells whether another page follows.
	const [{ total, rows }] = answer.parse(
		await db.rows(sql`
			SELECT (SELECT count(*)::int ${visits}) AS total, (
				SELECT coalesce(json_agg(r), '[]') FROM (${newest(visits, after, pageSize + 1)}) r
			) AS rows`),
	);
	const page = rows.slice(0, pageSize);
	const last = page.at(-1);
	return {
		activities: page.map(present),
		total,
		next: rows.length > pageSize && last ? cursorOf({ at: last.startsAt, id: last.id }) : null,
	};
}

const present = ({ startsAt, endsAt, dueMinor: _, stays: __, attendees, ...row }: ActivityRow): Activity => ({
	...row,
	startsAt: startsAt.toISOString(),
	endsAt: endsAt.toISOString(),
	attendees: attendees.map(({ id, kind, name, clientId, amountMinor, invoice, cancelledAt }) => ({
		...{ id, kind, name, clientId, amountMinor, invoice },
		cancelledAt: cancelledAt?.toISOString() ?? null,
	})),
});
