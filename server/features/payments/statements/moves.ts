import { z } from 'zod';
import { sql, type Queryable } from '../../../adapters/prisma/database.ts';
import { moneyMoves } from '../../moneyMoves.ts';
import { currency } from '../../../../shared/contract/scalars.ts';

const account = { clinicId: z.uuid(), collectorId: z.uuid(), currency };
const openMoves = z.array(
	z.object({
		...account,
		kind: z.enum(['payment', 'refund', 'dispute']),
		moveId: z.uuid(),
		at: z.coerce.date(),
		amountMinor: z.number(),
		description: z.string(),
		isCorrection: z.boolean(),
	}),
);
/** What came or went back and stands on no closed statement; a correction is by how much a closed one is not right any more. */
export type OpenMove = z.infer<typeof openMoves>[number];

/** Of every clinic to which this one is collector or collected, oldest first. */
export async function listOpenMoves(db: Queryable, clinicId: string): Promise<OpenMove[]> {
	return openMoves.parse(
		await db.$queryRaw(sql`
			WITH live AS (
				SELECT e."kind", e."id" AS "moveId", e."at", e."amountMinor", p."description", p."currency", p."clinicId",
					t."clinicId" AS "collectorId"
				FROM ${moneyMoves} e
				JOIN "Payment" p ON p."id" = e."paymentId"
				JOIN "PaymentAccount" t ON t."id" = p."accountId" AND t."clinicId" <> p."clinicId"
				WHERE p."clinicId" = ${clinicId}::uuid OR t."clinicId" = ${clinicId}::uuid
			),
			told AS (
				SELECT l."kind", l."moveId", max(l."at") AS "at", sum(l."amountMinor") AS "amountMinor",
					max(l."description") AS "description", s."currency", s."clinicId", s."collectorId"
				FROM "StatementLine" l JOIN "Statement" s ON s."id" = l."statementId"
				WHERE s."clinicId" = ${clinicId}::uuid OR s."collectorId" = ${clinicId}::uuid
				GROUP BY l."kind", l."moveId", s."currency", s."clinicId", s."collectorId"
			)
			SELECT "kind", "moveId", "clinicId", "collectorId", "currency", coalesce(live."at", told."at") AS "at",
				coalesce(live."description", told."description") AS "description",
				(coalesce(live."amountMinor", 0) - coalesce(told."amountMinor", 0))::float8 AS "amountMinor",
				told."moveId" IS NOT NULL AS "isCorrection"
			FROM live FULL JOIN told USING ("kind", "moveId", "clinicId", "collectorId", "currency")
			WHERE coalesce(live."amountMinor", 0) <> coalesce(told."amountMinor", 0)
			ORDER BY "at", "moveId", "kind"`),
	);
}

const clinics = z.array(z.object({ clinicId: z.uuid() }));

/** The clinics for which another one has ever been asked to collect. */
export async function listCollected(db: Queryable): Promise<string[]> {
	const rows = await db.$queryRaw(sql`
		SELECT p."clinicId" FROM "PaymentAccount" t JOIN "Payment" p ON p."accountId" = t."id"
		WHERE p."clinicId" <> t."clinicId" GROUP BY p."clinicId"`);
	return clinics.parse(rows).map(({ clinicId }) => clinicId);
}
