import { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { currency, locale } from '../../../shared/contract/scalars.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';

const instantOf = z.coerce.date().transform((date) => date.toISOString());
const contextRow = z.object({
	clinic: z.object({ id: z.uuid(), name: z.string(), timeZone: z.string(), locale }),
	professional: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
	service: z.object({ id: z.uuid(), name: z.string(), durationMinutes: z.number(), amountMinor: z.number(), currency }),
	office: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	client: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), locale }).nullable(),
	/** The professional's visits that overlap the wanted time, earliest first. */
	conflicts: z.array(
		z.object({ appointmentId: z.uuid(), startsAt: instantOf, endsAt: instantOf, clientName: z.string() }),
	),
});
export type BookingContext = z.output<typeof contextRow>;

/**
 * Everything that a booking refers to, and what is in its way now, in one query. Without `officeId` the clinic's first video office is meant;
 * `clientId` is null for somebody who is not in the records yet.
 * @throws SamtalError `NOT_FOUND` when one of them is not the clinic's
 */
export async function readBookingContext(
	db: Database,
	actor: Actor,
	named: { serviceId: string; officeId: string | null; clientId: string | null; startsAt: Date },
): Promise<BookingContext> {
	const rows = z.array(contextRow).parse(
		await db.rows(sql`
			SELECT
				json_build_object('id', cl."id", 'name', cl."name", 'timeZone', cl."timeZone", 'locale', cl."locale") AS clinic,
				json_build_object('id', m."id", 'name', m."name", 'email', m."email") AS professional,
				json_build_object('id', s."id", 'name', s."name", 'durationMinutes', s."durationMinutes",
					'amountMinor', s."amountMinor", 'currency', s."currency") AS service,
				json_build_object('id', o."id", 'name', o."name", 'kind', o."kind") AS office,
				CASE WHEN c."id" IS NOT NULL THEN
					json_build_object('id', c."id", 'name', c."name", 'email', c."email", 'locale', c."locale")
				END AS client,
				(
					SELECT coalesce(json_agg(json_build_object('appointmentId', a."id", 'startsAt', a."startsAt",
						'endsAt', a."endsAt", 'clientName', coalesce(
							(SELECT min(at."name") FROM "Attendee" at WHERE at."appointmentId" = a."id" AND at."kind" = 'CLIENT'), ''
						)) ORDER BY a."startsAt"), '[]')
					FROM "Appointment" a
					WHERE a."professionalId" = m."id" AND a."status" <> 'CANCELLED'
						AND tstzrange(a."startsAt", a."endsAt")
							&& tstzrange(${named.startsAt}::timestamptz, ${named.startsAt}::timestamptz + s."durationMinutes" * interval '1 minute')
				) AS conflicts
			FROM "Member" m
			JOIN "Clinic" cl ON cl."id" = m."clinicId"
			JOIN "Service" s ON s."clinicId" = m."clinicId" AND s."id" = ${named.serviceId}::uuid
			JOIN LATERAL (
				SELECT * FROM "Office" o
				WHERE o."clinicId" = m."clinicId"
					AND CASE WHEN ${named.officeId}::uuid IS NULL THEN o."kind" = 'VIDEO' ELSE o."id" = ${named.officeId}::uuid END
				ORDER BY o."name", o."id" LIMIT 1
			) o ON true
			LEFT JOIN "Client" c ON c."clinicId" = m."clinicId" AND c."id" = ${named.clientId}::uuid
			WHERE m."id" = ${actor.memberId}::uuid AND m."clinicId" = ${actor.clinicId}::uuid`),
	);
	const [context] = rows;
	if (context === undefined || (named.clientId !== null && context.client === null)) throw new SamtalError('NOT_FOUND');
	return context;
}
