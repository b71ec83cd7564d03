import { z } from 'zod';
import type { Calendar } from '../../../shared/domain/conflicts.ts';
import { sql } from '../../adapters/prisma/database.ts';

const milliseconds = z.string().transform((instant) => Date.parse(instant));
const taken = z
	.object({ startsAt: milliseconds, endsAt: milliseconds, name: z.string(), appointmentId: z.string().nullable() })
	.transform(({ startsAt: start, endsAt: end, ...rest }) => ({ start, end, ...rest }));
const hours = z.object({ officeId: z.string(), weekday: z.number(), startMinute: z.number(), endMinute: z.number() });
const exception = z.object({
	officeId: z.string(),
	date: z.string(),
	startMinute: z.number().nullable(),
	endMinute: z.number().nullable(),
});

/** What `calendarJson` makes, as the rule of conflicts wants it. */
export const calendarOfJson: z.ZodType<Calendar> = z.object({
	timeZone: z.string(),
	hours: z.array(hours),
	exceptions: z.array(exception),
	visits: z.array(taken),
	clientVisits: z.array(taken),
	blocks: z.array(taken),
	resources: z.array(taken),
});

const clientName = sql`coalesce(
	(SELECT min(at."name") FROM "Attendee" at WHERE at."appointmentId" = a."id" AND at."kind" = 'CLIENT'
		AND at."cancelledAt" IS NULL), ''
)`;
const takenByVisit = sql`json_agg(json_build_object('appointmentId', a."id", 'startsAt', a."startsAt",
	'endsAt', a."endsAt", 'name', ${clientName}) ORDER BY a."startsAt")`;

/**
 * An SQL expression: the calendar of `n."memberId"` around `wanted."times"`, of the clients `n."clientIds"` and the
 * resources `n."resourceIds"`, without the visits `n."movedIds"`. Rows are found by `wanted."span"`, one range around all
 * times: with an array, or with several ranges, PostgreSQL would not use the constraints' indexes. For the same reason
 * clients and resources are looked up one by one (`LATERAL … OFFSET 0`, which it does not join first): all at once, it
 * would read what every clinic has at that time.
 */
export const calendarJson = sql`json_build_object(
	'timeZone', m."timeZone",
	'hours', (
		SELECT coalesce(json_agg(json_build_object('officeId', h."officeId", 'weekday', h."weekday",
			'startMinute', h."startMinute", 'endMinute', h."endMinute")), '[]')
		FROM "WorkingHours" h WHERE h."memberId" = n."memberId"
	),
	'exceptions', (
		SELECT coalesce(json_agg(json_build_object('officeId', e."officeId", 'date', e."date",
			'startMinute', e."startMinute", 'endMinute', e."endMinute")), '[]')
		FROM "ScheduleException" e
		WHERE e."memberId" = n."memberId" AND e."date" BETWEEN (lower(wanted."times") AT TIME ZONE m."timeZone")::date
			AND (upper(wanted."times") AT TIME ZONE m."timeZone")::date
	),
	'visits', (
		SELECT coalesce(${takenByVisit}, '[]') FROM "Appointment" a
		WHERE a."professionalId" = n."memberId" AND a."status" <> 'CANCELLED'
			AND tstzrange(a."startsAt", a."endsAt") && wanted."span"
			AND tstzrange(a."startsAt", a."endsAt") && wanted."times" AND a."id" <> ALL (n."movedIds")
	),
	'clientVisits', CASE WHEN n."clientIds" = '{}' THEN '[]'::json ELSE (
		SELECT coalesce(${takenByVisit}, '[]') FROM "Appointment" a
		WHERE a."professionalId" <> n."memberId" AND a."id" <> ALL (n."movedIds") AND a."id" IN (
			SELECT found."appointmentId" FROM unnest(n."clientIds") AS comer("id"), LATERAL (
				SELECT their."appointmentId" FROM "Attendee" their
				WHERE their."clientId" = comer."id" AND tstzrange(their."startsAt", their."endsAt") && wanted."span"
					AND their."cancelledAt" IS NULL AND their."status" <> 'CANCELLED'
					AND tstzrange(their."startsAt", their."endsAt") && wanted."times"
				OFFSET 0
			) found
		)
	) END,
	'blocks', (
		SELECT coalesce(json_agg(json_build_object('appointmentId', NULL, 'startsAt', b."startsAt", 'endsAt', b."endsAt",
			'name', b."title") ORDER BY b."startsAt"), '[]')
		FROM "Block" b
		WHERE b."memberId" = n."memberId" AND b."startsAt" < upper(wanted."times")
			AND tstzrange(b."startsAt", b."endsAt") && wanted."times"
	),
	'resources', CASE WHEN n."resourceIds" = '{}' THEN '[]'::json ELSE (
		SELECT coalesce(json_agg(json_build_object('appointmentId', u."appointmentId", 'startsAt', u."startsAt",
			'endsAt', u."endsAt", 'name', r."name") ORDER BY u."startsAt"), '[]')
		FROM unnest(n."resourceIds") AS needed("id") JOIN "Resource" r ON r."id" = needed."id", LATERAL (
			SELECT use.* FROM "AppointmentResource" use
			WHERE use."resourceId" = needed."id" AND tstzrange(use."startsAt", use."endsAt") && wanted."span"
				AND use."status" <> 'CANCELLED' AND tstzrange(use."startsAt", use."endsAt") && wanted."times"
				AND use."appointmentId" <> ALL (n."movedIds")
			OFFSET 0
		) u
	) END
)`;
