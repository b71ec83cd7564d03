import { z } from 'zod';
import { currency as currencyCode } from '../../../shared/contract/scalars.ts';
import type { Takings, TakingsFilter } from '../../../shared/contract/takings.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { entries } from './entries.ts';

const sums = z.array(
	z.object({
		/** What the sum is by. */
		by: z.enum(['all', 'day', 'service', 'professional']),
		currency: currencyCode,
		day: z.string().nullable(),
		serviceId: z.string().nullable(),
		professionalId: z.string().nullable(),
		name: z.string().nullable(),
		amountMinor: z.number(),
		payments: z.number(),
	}),
);

/** All sums of a period in one statement. */
export async function readTakings(db: Database, actor: Actor, filter: TakingsFilter): Promise<{ takings: Takings[] }> {
	const rows = sums.parse(
		await db.rows(sql`
			SELECT g.*, coalesce(s."name", m."name") AS "name" FROM (
				SELECT e."currency", e."day", e."serviceId", e."professionalId", sum(e."amountMinor")::float8 AS "amountMinor",
					count(*) FILTER (WHERE e."kind" = 'payment')::int AS "payments", CASE grouping(e."day", e."serviceId", e."professionalId")
						WHEN 3 THEN 'day' WHEN 5 THEN 'service' WHEN 6 THEN 'professional' ELSE 'all' END AS "by"
				FROM ${entries(actor, filter)} e
				GROUP BY GROUPING SETS ((e."currency"), (e."currency", e."day"), (e."currency", e."serviceId"),
					(e."currency", e."professionalId"))
			) g
			LEFT JOIN "Service" s ON s."id" = g."serviceId"
			LEFT JOIN "Member" m ON m."id" = g."professionalId"
			ORDER BY g."currency", g."day", g."amountMinor" DESC, "name"`),
	);
	const of = (by: (typeof rows)[number]['by'], currency: string) =>
		rows.filter((row) => row.by === by && row.currency === currency);
	return {
		takings: rows
			.filter(({ by }) => by === 'all')
			.map(({ currency, amountMinor, payments }) => ({
				...{ currency, amountMinor, payments },
				byDay: of('day', currency).map((row) => ({ date: row.day ?? '', amountMinor: row.amountMinor })),
				byService: of('service', currency).map(({ serviceId: id, ...row }) => ({ ...row, id })),
				byProfessional: of('professional', currency).map(({ professionalId: id, ...row }) => ({ ...row, id })),
			})),
	};
}
