import type { PaymentFilter } from '../../shared/contract/paymentList.ts';
import { sql, type Sql } from '../adapters/prisma/database.ts';
import type { Actor } from '../http/actors.ts';
import { clientHolds, holds } from './clientSearch.ts';

/** What `paymentPasses` asks of, beside the payment `p` of a statement: its visit `a`, who comes `t` and client `c`. */
export const paymentPeople = sql`
	LEFT JOIN "Appointment" a ON a."id" = p."appointmentId"
	LEFT JOIN "Attendee" t ON t."id" = p."attendeeId"
	LEFT JOIN "Client" c ON c."id" = p."clientId"`;

/** As `paymentState` of shared/contract/payments.ts says it. */
const state = sql`(
	CASE WHEN p."status" IN ('REQUESTED', 'PAYING', 'FAILED') THEN 'open' WHEN p."status" = 'CANCELLED' THEN 'withdrawn'
		WHEN EXISTS (
			SELECT 1 FROM "Dispute" d WHERE d."paymentId" = p."id" AND d."status" IN ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'LOST')
		) THEN 'disputed'
		WHEN p."refundedMinor" > 0 THEN 'refunded' ELSE 'received' END
)`;

/**
 * Whether payment `p` of the viewer's clinic is one that they may see and the filter lets through: a professional sees
 * what is for their own visits, a manager everything. The statement keeps to the clinic where its index helps.
 */
export function paymentPasses(actor: Actor, filter: PaymentFilter): Sql {
	const onlyOf = actor.role === 'MANAGER' ? null : actor.memberId;
	const { state: states = null, method = null, professionalId = null } = filter;
	const search = filter.search || null;
	return sql`(
		(${onlyOf}::uuid IS NULL OR a."professionalId" = ${onlyOf}::uuid)
		AND (${professionalId}::uuid IS NULL OR a."professionalId" = ${professionalId}::uuid)
		AND (${states}::text[] IS NULL OR ${state} = ANY (${states}::text[]))
		AND (${method}::text[] IS NULL OR p."method"::text = ANY (${method}::text[]))
		AND (${clientHolds(search)} OR ${holds(sql`t."name"`, search)} OR ${holds(sql`p."description"`, search)})
	)`;
}
