import { z } from 'zod';
import { currency, locale } from '../../../shared/contract/scalars.ts';
import { sql, type Queryable } from '../../adapters/prisma/database.ts';
import { calendarJson, calendarOfJson } from './calendar-json.ts';

/** Of columns whose types the database keeps: what an id or a zone looks like is not checked again for each booking. */
const bookingContext = z.object({
	clinic: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), locale }),
	professional: z.object({ id: z.string(), name: z.string(), email: z.string(), timeZone: z.string(), locale }),
	service: z.object({
		id: z.string(),
		name: z.string(),
		durationMinutes: z.number(),
		amountMinor: z.number(),
		currency,
		capacity: z.number(),
	}),
	office: z.object({ id: z.string(), name: z.string(), kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	/** Whether the service can be had at that office: it is offered there and was not put away. */
	offered: z.boolean(),
	/** The first of the clients who were named. */
	client: z
		.object({ id: z.string(), name: z.string(), email: z.string().nullable(), locale, timeZone: z.string().nullable() })
		.nullable(),
	/** The rooms and devices that were named, by name. */
	resources: z.array(z.object({ id: z.string(), name: z.string(), archived: z.boolean() })),
	calendar: calendarOfJson,
});
export type BookingContext = z.output<typeof bookingContext>;
const contextRows = z.array(z.object({ nth: z.number(), context: bookingContext }));

/** What a booking, or a change of one, names. */
export interface BookingNames {
	memberId: string;
	clinicId: string;
	serviceId: string;
	/** Null for the clinic's first video office, one that has the service before others. */
	officeId: string | null;
	/** Who is to come; nobody for somebody new. */
	clientIds: string[];
	/** Each time that is wanted; several for a series. */
	startsAt: Date[];
	/** Null for the service's own. */
	durationMinutes: number | null;
	resourceIds: string[];
	/** Visits that are not in the way, as they are what is moved. */
	movedIds: string[];
}

/** Runs one statement and answers with its rows, to be parsed: a pool's, or a transaction's. */
export type Rows = (statement: ReturnType<typeof sql>) => Promise<unknown[]>;

export const rowsIn =
	(tx: Queryable): Rows =>
	(statement) =>
		tx.$queryRaw<unknown[]>(statement);

/**
 * Everything that each of these bookings refers to, and the calendar around its times as it is now, in one query;
 * undefined where the professional, the service, the office or the client is not the clinic's.
 */
export async function readBookingContexts(
	rowsOf: Rows,
	bookings: BookingNames[],
): Promise<(BookingContext | undefined)[]> {
	const named = JSON.stringify(bookings.map((booking, nth) => ({ nth, ...booking })));
	const rows = contextRows.parse(
		await rowsOf(sql`
			SELECT
				n."nth",
				json_build_object(
					'clinic', json_build_object('id', cl."id", 'name', cl."name", 'timeZone', cl."timeZone", 'locale', cl."locale"),
					'professional', json_build_object('id', m."id", 'name', m."name", 'email', m."email",
						'timeZone', m."timeZone", 'locale', m."locale"),
					'service', json_build_object('id', s."id", 'name', s."name", 'durationMinutes', s."durationMinutes",
						'amountMinor', s."amountMinor", 'currency', s."currency", 'capacity', s."capacity"),
					'office', json_build_object('id', o."id", 'name', o."name", 'kind', o."kind"),
					'offered', o."offered",
					'client', CASE WHEN c."id" IS NOT NULL THEN
						json_build_object('id', c."id", 'name', c."name", 'email', c."email", 'locale', c."locale",
							'timeZone', c."timeZone")
					END,
					'resources', CASE WHEN n."resourceIds" = '{}' THEN '[]'::json ELSE (
						SELECT coalesce(json_agg(json_build_object('id', r."id", 'name', r."name",
							'archived', r."archivedAt" IS NOT NULL) ORDER BY r."name"), '[]')
						FROM "Resource" r WHERE r."clinicId" = n."clinicId" AND r."id" = ANY (n."resourceIds")
					) END,
					'calendar', ${calendarJson}
				) AS context
			FROM json_to_recordset(${named}::json) AS n("nth" int, "memberId" uuid, "clinicId" uuid, "serviceId" uuid,
				"officeId" uuid, "clientIds" uuid[], "startsAt" timestamptz[], "durationMinutes" int, "resourceIds" uuid[],
				"movedIds" uuid[])
			JOIN "Clinic" cl ON cl."id" = n."clinicId"
			JOIN "Member" m ON m."clinicId" = n."clinicId" AND m."id" = n."memberId"
			JOIN "Service" s ON s."clinicId" = n."clinicId" AND s."id" = n."serviceId"
			JOIN LATERAL (
				SELECT "times", range_merge("times") AS "span" FROM (
					SELECT range_agg(tstzrange(start, start + coalesce(n."durationMinutes", s."durationMinutes")
						* interval '1 minute')) AS "times"
					FROM unnest(n."startsAt") AS start
				) AS agreed
			) wanted ON true
			JOIN LATERAL (
				SELECT o.*, so."officeId" IS NOT NULL AND s."archivedAt" IS NULL AS "offered"
				FROM "Office" o
				LEFT JOIN "ServiceOffice" so ON so."serviceId" = s."id" AND so."officeId" = o."id"
				WHERE o."clinicId" = n."clinicId"
					AND CASE WHEN n."officeId" IS NULL THEN o."kind" = 'VIDEO' ELSE o."id" = n."officeId" END
				ORDER BY so."officeId" IS NULL, o."name", o."id" LIMIT 1
			) o ON true
			LEFT JOIN "Client" c ON c."clinicId" = n."clinicId" AND c."id" = n."clientIds"[1]
			WHERE n."clientIds" = '{}' OR c."id" IS NOT NULL`),
	);
	const contexts = new Map(rows.map(({ nth, context }) => [nth, context]));
	return bookings.map((_, nth) => contexts.get(nth));
}
