import { randomUUID } from 'node:crypto';
import type { TestServer } from '../support/server.ts';

const PROFESSIONALS = 8;
const VISITS = 5_000;
/** One an hour, each 50 minutes long. */
const VISITS_A_DAY = 8;
const FIRST_HOUR = 9;
const DAYS_A_WEEK = 5;
const CLIENTS = 250;

export interface FilledCalendar {
	/** A Monday. */
	first: Temporal.PlainDate;
	/** Whole weeks with visits from then on. */
	weeks: number;
}

/** Of a visit in the calendar: `Visit of 2027-03-01`. */
export const visitName = (date: Temporal.PlainDate): string => `Visit of ${date}`;

/**
 * Fills a stretch of the demo clinic's calendar, beyond everything that the demo has, with 5,000 visits: 320 in each
 * week, 40 of them the first professional's, who sign in, the others of colleagues. Each is named by its date.
 */
export async function fillCalendar({ database }: TestServer): Promise<FilledCalendar> {
	const far = Temporal.Now.plainDateISO('UTC').add({ days: 300 });
	const first = far.subtract({ days: far.dayOfWeek - 1 });
	const { rows } = await database.query<{ id: string; clinicId: string }>(
		`SELECT "id", "clinicId" FROM "Member" WHERE "role" = 'PROFESSIONAL' ORDER BY "email" = 'anna@example.com' DESC`,
	);
	const clinicId = rows[0]?.clinicId;
	const colleagues = Array.from({ length: PROFESSIONALS - rows.length }, () => randomUUID());
	await database.query(
		`INSERT INTO "Member" ("id", "clinicId", "email", "passwordHash", "name", "role", "locale", "timeZone")
		SELECT id, $1, id || '@example.com', '', 'Bench ' || nth, 'PROFESSIONAL', 'en', 'UTC'
		FROM unnest($2::uuid[]) WITH ORDINALITY AS colleague(id, nth)`,
		[clinicId, colleagues],
	);
	const clientIds = Array.from({ length: CLIENTS }, () => randomUUID());
	await database.query(
		`INSERT INTO "Client" ("id", "clinicId", "name", "email", "locale", "createdAt")
		SELECT id, $1, 'Bench ' || nth, id || '@example.com', 'en', now()
		FROM unnest($2::uuid[]) WITH ORDINALITY AS client(id, nth)`,
		[clinicId, clientIds],
	);
	await database.query(
		`WITH slot AS (
			SELECT nth, day, $4::date + (day / ${DAYS_A_WEEK} * 7 + day % ${DAYS_A_WEEK}) AS date,
				${FIRST_HOUR} + nth / ${PROFESSIONALS} % ${VISITS_A_DAY} AS hour
			FROM (SELECT nth, nth / ${PROFESSIONALS * VISITS_A_DAY} AS day FROM generate_series(0, ${VISITS - 1}) nth) each
		), visit AS (
			SELECT gen_random_uuid() AS id, date, ($2::uuid[])[nth % ${PROFESSIONALS} + 1] AS "professionalId",
				($3::uuid[])[nth % ${CLIENTS} + 1] AS "clientId",
				(date + make_time(hour, 0, 0)) AT TIME ZONE 'UTC' AS start
			FROM slot
		), written AS (
			INSERT INTO "Appointment" ("id", "clinicId", "professionalId", "serviceId", "officeId", "startsAt", "endsAt",
				"amountMinor", "currency", "createdAt")
			SELECT visit.id, $1, "professionalId", service.id, office.id, start, start + interval '50 minutes', 9000, 'ISK', now()
			FROM visit,
				(SELECT "id" FROM "Service" WHERE "clinicId" = $1 AND "capacity" = 1 ORDER BY "id" LIMIT 1) service,
				(SELECT "id" FROM "Office" WHERE "clinicId" = $1 AND "kind" = 'VIDEO' LIMIT 1) office
		)
		INSERT INTO "Attendee" ("id", "clinicId", "appointmentId", "startsAt", "endsAt", "status", "clientId", "kind", "name")
		SELECT gen_random_uuid(), $1, visit.id, start, start + interval '50 minutes', 'PLANNED', "clientId", 'CLIENT',
			'Visit of ' || date
		FROM visit`,
		[clinicId, [...rows.map(({ id }) => id), ...colleagues], clientIds, first.toString()],
	);
	await database.query('VACUUM ANALYZE');
	return { first, weeks: Math.floor(VISITS / (PROFESSIONALS * VISITS_A_DAY * DAYS_A_WEEK)) };
}
