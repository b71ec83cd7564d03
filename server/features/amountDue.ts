import { sql } from '../adapters/prisma/database.ts';

/** What a client owes for a visit `a` that does not take place, or their place in it `at`: the fee that stands, less what of it went back. */
const fee = sql`(
	SELECT coalesce(sum(p."feeMinor" - p."refundedMinor"), 0)::int FROM "Payment" p
	WHERE p."attendeeId" = at."id" AND p."feeMinor" IS NOT NULL AND p."status" <> 'CANCELLED'
)`;

/** What the attendee `at` of the visit `a` is to pay: their own price, or a client the visit's; where they do not come, the fee alone. */
export const amountDue = sql`CASE WHEN a."status" = 'CANCELLED' OR at."cancelledAt" IS NOT NULL THEN ${fee}
	ELSE coalesce(at."amountMinor", CASE at."kind" WHEN 'CLIENT' THEN a."amountMinor" ELSE 0 END) END`;
