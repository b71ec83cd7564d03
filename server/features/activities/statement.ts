import { z } from 'zod';
import { appointmentStatus, cancelReason } from '../../../shared/contract/appointments.ts';
import type { ActivityFilter } from '../../../shared/contract/activities.ts';
import { invoiceNumber } from '../../../shared/domain/invoices/number.ts';
import { currency } from '../../../shared/contract/scalars.ts';
import { sql, type Sql } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { amountDue } from '../amountDue.ts';
import { clientHolds } from '../clientSearch.ts';
import type { Position } from '../cursor.ts';
import { visibleVisits } from './policy.ts';

const named = z.object({ id: z.string(), name: z.string() });

/** An instant as JSON of the database has it, in ms since 1970. */
const epochMs = z.string().transform((text) => Date.parse(text));

const placeInvoice = z
	.object({ id: z.string(), createdById: z.string(), year: z.number().nullable(), number: z.number().nullable() })
	.transform(({ id, createdById, ...invoice }) => ({ id, createdById, number: invoiceNumber(invoice) }));

/** A visit as both statements read it. */
export const activityRow = z.object({
	id: z.string(),
	startsAt: z.coerce.date(),
	endsAt: z.coerce.date(),
	status: appointmentStatus,
	cancelReason: cancelReason.nullable(),
	seriesId: z.string().nullable(),
	amountMinor: z.number(),
	dueMinor: z.number(),
	currency,
	receivedMinor: z.number(),
	service: named.extend({ capacity: z.number() }),
	office: named.extend({ kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	professional: named,
	attendees: z.array(
		named.extend({
			kind: z.enum(['CLIENT', 'GUEST']),
			clientId: z.string().nullable(),
			amountMinor: z.number(),
			invoice: placeInvoice.nullable(),
			cancelledAt: z
				.string()
				.transform((text) => new Date(text))
				.nullable(),
			email: z.string().nullable(),
			phone: z.string().nullable(),
		}),
	),
	/** In the call, by server and device. */
	stays: z.array(
		z.object({
			peerId: z.string(),
			personId: z.string(),
			joinedAt: epochMs,
			goesOn: z.boolean(),
			leftAt: epochMs.nullable(),
			seenAt: epochMs,
		}),
	),
});
export type ActivityRow = z.output<typeof activityRow>;

/**
 * `FROM … WHERE …` of the visits `a` that the viewer may see and the filter lets through. What is not asked for is null
 * or infinite, so that it stays one statement, and its period a span of the index.
 */
export function matching(actor: Actor, filter: ActivityFilter): Sql {
	const { clinicId, professionalId } = visibleVisits(actor);
	const { from = '-infinity', to = 'infinity', status = null, paid = null } = filter;
	const { professionalId: askedFor = null, serviceId = null, officeId = null, search } = filter;
	const zone = sql`(SELECT m."timeZone" FROM "Member" m WHERE m."id" = ${actor.memberId}::uuid)`;
	return sql`
		FROM "Appointment" a
		WHERE a."clinicId" = ${clinicId}::uuid
			AND a."startsAt" >= ${from}::date::timestamp AT TIME ZONE ${zone}
			AND a."startsAt" < (${to}::date + 1)::timestamp AT TIME ZONE ${zone}
			AND (${professionalId}::uuid IS NULL OR a."professionalId" = ${professionalId}::uuid)
			AND (${askedFor}::uuid IS NULL OR a."professionalId" = ${askedFor}::uuid)
			AND (${serviceId}::uuid IS NULL OR a."serviceId" = ${serviceId}::uuid)
			AND (${officeId}::uuid IS NULL OR a."officeId" = ${officeId}::uuid)
			AND (${status}::text[] IS NULL OR a."status"::text = ANY (${status}::text[]))
			AND (${paid}::text[] IS NULL OR ${paidState} = ANY (${paid}::text[]))
			AND (${search || null}::text IS NULL OR a."id" IN (
				SELECT at."appointmentId" FROM "Client" c JOIN "Attendee" at ON at."clientId" = c."id"
				WHERE c."clinicId" = ${clinicId}::uuid AND ${clientHolds(search || null)}
			))`;
}

/** On which that stands, unless it is void. */
const invoice = sql`(
	SELECT json_build_object('id', i."id", 'year', i."year", 'number', i."number", 'createdById', i."createdById")
	FROM "InvoiceLine" l JOIN "Invoice" i ON i."id" = l."invoiceId"
	WHERE l."attendeeId" = at."id" AND l."status" <> 'VOID'
)`;

/** What all clients who come are to pay. */
const due = sql`(
	SELECT coalesce(sum(${amountDue}), 0)::int FROM "Attendee" at
	WHERE at."appointmentId" = a."id" AND at."kind" = 'CLIENT' AND at."cancelledAt" IS NULL
)`;

const received = sql`(
	SELECT coalesce(sum(r."amountMinor"), 0)::int FROM "Received" r WHERE r."appointmentId" = a."id"
)`;

/** As `paidOf` of shared/domain/payments says it. */
const paidState = sql`(
	CASE WHEN ${received} >= ${due} THEN CASE greatest(${due}, ${received}) WHEN 0 THEN 'free' ELSE 'paid' END
		WHEN ${received} > 0 THEN 'partly' ELSE 'unpaid' END
)`;

/** The newest `most` of these visits, or of those after a position. */
export const newest = (visits: Sql, after: Position | null, most: number): Sql => sql`
	SELECT a."id", a."startsAt", a."endsAt", a."status", a."cancelReason", a."seriesId", a."amountMinor", a."currency",
		${due} AS "dueMinor", ${received} AS "receivedMinor",
		json_build_object('id', s."id", 'name', s."name", 'capacity', s."capacity") AS service,
		json_build_object('id', o."id", 'name', o."name", 'kind', o."kind") AS office,
		json_build_object('id', m."id", 'name', m."name") AS professional,
		(
			SELECT coalesce(json_agg(json_build_object('id', at."id", 'kind', at."kind", 'name', at."name",
				'cancelledAt', at."cancelledAt", 'amountMinor', ${amountDue}, 'invoice', ${invoice},
				'clientId', c."id", 'email', c."email", 'phone', c."phone") ORDER BY at."kind", at."name", at."id"), '[]')
			FROM "Attendee" at LEFT JOIN "Client" c ON c."id" = at."clientId" WHERE at."appointmentId" = a."id"
		) AS attendees,
		(
			SELECT coalesce(json_agg(json_build_object('peerId', cs."peerId", 'personId', coalesce(cs."attendeeId", cs."memberId"),
				'joinedAt', cs."joinedAt", 'goesOn', cs."goesOn", 'leftAt', cs."leftAt", 'seenAt', cs."seenAt")), '[]')
			FROM "CallStay" cs WHERE cs."appointmentId" = a."id"
		) AS stays
	FROM (
		SELECT a.* ${visits}
			AND (a."startsAt", a."id")
				< (${after?.at ?? 'infinity'}::timestamptz, ${after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
		ORDER BY a."startsAt" DESC, a."id" DESC LIMIT ${most}
	) a
	JOIN "Service" s ON s."id" = a."serviceId"
	JOIN "Office" o ON o."id" = a."officeId"
	JOIN "Member" m ON m."id" = a."professionalId"
	ORDER BY a."startsAt" DESC, a."id" DESC`;
