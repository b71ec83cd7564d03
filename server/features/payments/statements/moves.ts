import { z } from 'zod';
import { sql, type Database } from '../../../adapters/prisma/database.ts';
import { moneyMoves } from '../../moneyMoves.ts';

/** What came to a clinic's account for another clinic, and what of it went back, by month on that clinic's clock. */
const collected = sql`(
	SELECT e."kind", e."at", to_char(e."at" AT TIME ZONE c."timeZone", 'YYYY-MM') AS "month", p."currency", e."amountMinor",
		p."id" AS "paymentId", p."description", c."id" AS "clinicId", c."name" AS "clinicName", c."timeZone",
		k."id" AS "collectorId", k."name" AS "collectorName"
	FROM ${moneyMoves} e
	JOIN "Payment" p ON p."id" = e."paymentId"
	JOIN "PaymentAccount" t ON t."id" = p."accountId" AND t."clinicId" <> p."clinicId"
	JOIN "Clinic" c ON c."id" = p."clinicId"
	JOIN "Clinic" k ON k."id" = t."clinicId"
)`;

const sums = z.array(
	z.object({
		...{ clinicId: z.string(), clinicName: z.string(), collectorId: z.string(), collectorName: z.string() },
		...{ month: z.string(), currency: z.string(), amountMinor: z.number(), isOver: z.boolean() },
	}),
);
export type CollectedSum = z.infer<typeof sums>[number];

/** Each month's sum, of every clinic to which this one is collector or collected. */
export async function sumMonths(db: Database, clinicId: string, now: Date): Promise<CollectedSum[]> {
	return sums.parse(
		await db.rows(
			sql`
				SELECT "clinicId", "clinicName", "collectorId", "collectorName", "currency", "month",
					sum("amountMinor")::float8 AS "amountMinor",
					"month" < to_char(${now}::timestamptz AT TIME ZONE min("timeZone"), 'YYYY-MM') AS "isOver"
				FROM ${collected} e
				WHERE "clinicId" = ${clinicId}::uuid OR "collectorId" = ${clinicId}::uuid
				GROUP BY 1, 2, 3, 4, 5, 6`,
		),
	);
}

const months = z.array(z.object({ clinicId: z.string(), month: z.string() }));

/** The last month of each clinic for which something was collected in it and whose managers were sent no statement yet. */
export async function findUnsent(db: Database, now: Date): Promise<z.infer<typeof months>> {
	return months.parse(
		await db.rows(sql`
			SELECT DISTINCT "clinicId", "month" FROM ${collected} e
			WHERE "month" = to_char((${now}::timestamptz AT TIME ZONE "timeZone") - interval '1 month', 'YYYY-MM')
				AND NOT EXISTS (SELECT 1 FROM "StatementMail" s WHERE s."clinicId" = e."clinicId" AND s."month" = e."month")`),
	);
}

const moves = z.array(
	z.object({
		kind: z.enum(['payment', 'refund', 'dispute']),
		at: z.coerce.date(),
		amountMinor: z.number(),
		paymentId: z.string(),
		description: z.string(),
	}),
);

/** One month in all its parts, oldest first. */
export async function listMoves(
	db: Database,
	{ clinicId, collectorId, month, currency }: Pick<CollectedSum, 'clinicId' | 'collectorId' | 'month' | 'currency'>,
) {
	return moves.parse(
		await db.rows(
			sql`
				SELECT "kind", "at", "amountMinor", "paymentId", "description" FROM ${collected} e
				WHERE "clinicId" = ${clinicId}::uuid AND "collectorId" = ${collectorId}::uuid AND "month" = ${month}
					AND "currency" = ${currency}
				ORDER BY "at", "paymentId", "kind"`,
		),
	);
}
