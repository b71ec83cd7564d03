import { sql } from '../adapters/prisma/database.ts';

/**
 * Everything that changed what a clinic has, one row each: its id and kind (`payment`, `refund`, `dispute`), of which payment,
 * when, and how much, in minor units, less than nothing for what went back.
 */
export const moneyMoves = sql`(
	SELECT "id", 'payment' AS "kind", "id" AS "paymentId", "receivedAt" AS "at", "amountMinor", "clinicId"
	FROM "Payment" WHERE "status" = 'RECEIVED'
	UNION ALL
	SELECT "id", 'refund', "paymentId", "requestedAt", -"amountMinor", "clinicId" FROM "Refund" WHERE "status" <> 'FAILED'
	UNION ALL
	SELECT "id", 'dispute', "paymentId", "closedAt", -"amountMinor", "clinicId" FROM "Dispute" WHERE "status" = 'LOST'
)`;
