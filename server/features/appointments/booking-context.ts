import { z } from 'zod';
import { currency, locale } from '../../../shared/contract/scalars.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';

const instantOf = z.coerce.date().transform((date) => date.toISOString());
const bookingContext = z.object({
	clinic: z.object({ id: z.uuid(), name: z.string(), timeZone: z.string(), locale }),
	professional: z.object({ id: z.uuid(), name: z.string(), email: z.string(), timeZone: z.string(), locale }),
	service: z.object({ id: z.uuid(), name: z.string(), durationMinutes: z.number(), amountMinor: z.number(), currency }),
	office: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	client: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), locale }).nullable(),
	/** The professional's visits, and the client's, that overlap the wanted time, earliest first. */
	conflicts: z.array(
		z.object({ appointmentId: z.uuid(), startsAt: instantOf, endsAt: instantOf, clientName: z.string() }),
	),
});
export type BookingContext = z.output<typeof bookingContext>;
const contextRows = z.array(z.object({ nth: z.number(), context: bookingContext }));

/** What a booking names. Without `officeId` the clinic's first video office is meant; without `clientId` somebody new. */
export interface BookingNames {
	memberId: string;
	clinicId: string;
	serviceId: string;
	officeId: string | null;
	clientId: string | null;
	startsAt: Date;
}

/**
 * Everything that each of these bookings refers to, and what is in its way now, in one query; undefined where the
 * professional, the service, the office or the client is not the clinic's.
 */
export async function readBookingContexts(
	db: Database,
	bookings: BookingNames[],
): Promise<(BookingContext | undefined)[]> {
	const named = JSON.stringify(bookings.map((booking, nth) => ({ nth, ...booking })));
	const rows = contextRows.parse(
		await db.rows(sql`
			SELECT
				n."nth",
				json_build_object(
					'clinic', json_build_object('id', cl."id", 'name', cl."name", 'timeZone', cl."timeZone", 'locale', cl."locale"),
					'professional', json_build_object('id', m."id", 'name', m."name", 'email', m."email",
						'timeZone', m."timeZone", 'locale', m."locale"),
					'service', json_build_object('id', s."id", 'name', s."name", 'durationMinutes', s."durationMinutes",
						'amountMinor', s."amountMinor", 'currency', s."currency"),
					'office', json_build_object('id', o."id", 'name', o."name", 'kind', o."kind"),
					'client', CASE WHEN c."id" IS NOT NULL THEN
						json_build_object('id', c."id", 'name', c."name", 'email', c."email", 'locale', c."locale")
					END,
					'conflicts', (
						SELECT coalesce(json_agg(json_build_object('appointmentId', a."id", 'startsAt', a."startsAt",
							'endsAt', a."endsAt", 'clientName', coalesce(
								(SELECT min(at."name") FROM "Attendee" at WHERE at."appointmentId" = a."id" AND at."kind" = 'CLIENT'), ''
							)) ORDER BY a."startsAt"), '[]')
						FROM "Appointment" a
						WHERE a."id" IN (
							SELECT own."id" FROM "Appointment" own
							WHERE own."professionalId" = n."memberId" AND own."status" <> 'CANCELLED'
								AND tstzrange(own."startsAt", own."endsAt") && wanted."time"
							UNION ALL
							SELECT their."appointmentId" FROM "Attendee" their
							WHERE their."clientId" = n."clientId" AND their."cancelledAt" IS NULL AND their."status" <> 'CANCELLED'
								AND tstzrange(their."startsAt", their."endsAt") && wanted."time"
						)
					)
				) AS context
			FROM json_to_recordset(${named}::json) AS n("nth" int, "memberId" uuid, "clinicId" uuid, "serviceId" uuid,
				"officeId" uuid, "clientId" uuid, "startsAt" timestamptz)
			JOIN "Clinic" cl ON cl."id" = n."clinicId"
			JOIN "Member" m ON m."clinicId" = n."clinicId" AND m."id" = n."memberId"
			JOIN "Service" s ON s."clinicId" = n."clinicId" AND s."id" = n."serviceId"
			JOIN LATERAL (
				SELECT tstzrange(n."startsAt", n."startsAt" + s."durationMinutes" * interval '1 minute') AS "time"
			) wanted ON true
			JOIN LATERAL (
				SELECT * FROM "Office" o
				WHERE o."clinicId" = n."clinicId"
					AND CASE WHEN n."officeId" IS NULL THEN o."kind" = 'VIDEO' ELSE o."id" = n."officeId" END
				ORDER BY o."name", o."id" LIMIT 1
			) o ON true
			LEFT JOIN "Client" c ON c."clinicId" = n."clinicId" AND c."id" = n."clientId"
			WHERE n."clientId" IS NULL OR c."id" IS NOT NULL`),
	);
	const contexts = new Map(rows.map(({ nth, context }) => [nth, context]));
	return bookings.map((_, nth) => contexts.get(nth));
}
