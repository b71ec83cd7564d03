import { z } from 'zod';
import { cursorOf, positionOf } from '../cursor.ts';
import type { listPayments } from '../../../shared/contract/paymentList.ts';
import type { RequestOf, ResponseOf } from '../../../shared/contract/route.ts';
import { currency } from '../../../shared/contract/scalars.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { paymentPasses, paymentPeople } from '../paymentFilter.ts';
import { newestFirst } from './lists.ts';
import { presentPayment } from './rows.ts';

const pageSize = 50;

const answer = z.tuple([
	z.object({
		total: z.number(),
		open: z.array(z.object({ currency, amountMinor: z.number() })),
		ids: z.array(z.string()),
	}),
]);

/** One page of what was asked for from `from` until before `to`, both ISO 8601, with the sums of all pages. */
export async function listPeriod(
	db: Database,
	actor: Actor,
	{ from, to, cursor, ...filter }: RequestOf<typeof listPayments>['query'],
): Promise<ResponseOf<typeof listPayments>> {
	const after = cursor === undefined ? null : positionOf(cursor);
	// One more than is shown tells whether another page follows.
	const [{ total, open, ids }] = answer.parse(
		await db.rows(sql`
			WITH found AS (
				SELECT p."id", p."requestedAt", p."currency", p."amountMinor", p."status" FROM "Payment" p ${paymentPeople}
				WHERE p."clinicId" = ${actor.clinicId}::uuid AND p."requestedAt" >= ${from}::timestamptz AND p."requestedAt" < ${to}::timestamptz
					AND ${paymentPasses(actor, filter)}
			)
			SELECT (SELECT count(*)::int FROM found) AS total, (
				SELECT coalesce(json_agg(s ORDER BY s."currency"), '[]') FROM (
					SELECT "currency", coalesce(sum("amountMinor") FILTER (WHERE "status" IN ('REQUESTED', 'PAYING', 'FAILED')), 0)::float8
						AS "amountMinor"
					FROM found GROUP BY "currency"
				) s
			) AS open, (
				SELECT coalesce(json_agg(r."id"), '[]') FROM (
					SELECT "id" FROM found
					WHERE ("requestedAt", "id")
						< (${after?.at ?? 'infinity'}::timestamptz, ${after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
					ORDER BY "requestedAt" DESC, "id" DESC LIMIT ${pageSize + 1}
				) r
			) AS ids`),
	);
	const page = await db.payment.findMany({ where: { id: { in: ids.slice(0, pageSize) } }, ...newestFirst });
	const last = page.at(-1);
	return {
		payments: page.map(presentPayment),
		...{ total, open },
		next: ids.length > pageSize && last ? cursorOf({ at: last.requestedAt, id: last.id }) : null,
	};
}
