import type { TakingsFilter } from '../../../shared/contract/takings.ts';
import { sql, type Sql } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { moneyMoves } from '../moneyMoves.ts';
import { paymentPasses, paymentPeople } from '../paymentFilter.ts';

/**
 * Everything that changed what the clinic has, one row each, with when and what for. A professional sees what came for their
 * own visits, a manager everything.
 */
export function entries(actor: Actor, filter: TakingsFilter): Sql {
	const { from, to, serviceId = null } = filter;
	const zone = sql`(SELECT m."timeZone" FROM "Member" m WHERE m."id" = ${actor.memberId}::uuid)`;
	return sql`(
		SELECT e."id", e."kind", e."at", (e."at" AT TIME ZONE ${zone})::date::text AS "day", p."currency", e."amountMinor",
			p."description", p."method"::text AS "method", k."name" AS "kindName", p."cardBrand", p."cardLast4", p."receiptEmail", p."intentId",
			p."id" AS "paymentId", coalesce(t."name", c."name") AS "payer", a."startsAt" AS "visitAt", a."serviceId",
			a."professionalId"
		FROM ${moneyMoves} e
		JOIN "Payment" p ON p."id" = e."paymentId"
		${paymentPeople}
		LEFT JOIN "PaymentKind" k ON k."id" = p."kindId"
		WHERE e."clinicId" = ${actor.clinicId}::uuid
			AND e."at" >= ${from}::date::timestamp AT TIME ZONE ${zone}
			AND e."at" < (${to}::date + 1)::timestamp AT TIME ZONE ${zone}
			AND ${paymentPasses(actor, filter)}
			AND (${serviceId}::uuid IS NULL OR a."serviceId" = ${serviceId}::uuid)
	)`;
}
