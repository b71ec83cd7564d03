import { z } from 'zod';
import { readCalendar as contract } from '../../../shared/contract/calendar.ts';
import type { ResponseOf } from '../../../shared/contract/route.ts';
import { sql, type Database, type Sql } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { amountDue } from '../amountDue.ts';
import { visibleCalendar } from './policy.ts';

const answer = z.tuple([z.object({ calendar: contract.response })]);

/** As the contract writes an instant. */
const instant = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const times = (of: Sql): Sql =>
	sql`'startsAt', ${instant(sql`${of}."startsAt"`)}, 'endsAt', ${instant(sql`${of}."endsAt"`)}`;

/**
 * A period of the calendar, in one statement that makes its JSON: through Prisma a month of a clinic, thousands of rows
 * of six tables, took half a second. No visit is longer than a day (`Appointment_within_a_day`), so that those that
 * touch the period are one span of the index.
 */
export async function readCalendar(
	db: Database,
	actor: Actor,
	{ from, to }: { from: string; to: string },
): Promise<ResponseOf<typeof contract>> {
	const { clinicId, professionalId } = visibleCalendar(actor);
	const [{ calendar }] = answer.parse(
		await db.rows(sql`
			WITH found AS MATERIALIZED (
				SELECT a.* FROM "Appointment" a
				WHERE a."clinicId" = ${clinicId}::uuid
					AND (${professionalId}::uuid IS NULL OR a."professionalId" = ${professionalId}::uuid)
					AND a."startsAt" > ${from}::timestamptz - interval '24 hours'
					AND a."startsAt" < ${to}::timestamptz AND a."endsAt" > ${from}::timestamptz
			)
			SELECT json_build_object(
				'professionals', (
					SELECT coalesce(json_agg(json_build_object('id', m."id", 'name', m."name") ORDER BY m."name", m."id"), '[]')
					FROM "Member" m WHERE m."id" IN (SELECT "professionalId" FROM found)
				),
				'services', (
					SELECT coalesce(json_agg(json_build_object('id', s."id", 'name', s."name", 'capacity', s."capacity")), '[]')
					FROM "Service" s WHERE s."id" IN (SELECT "serviceId" FROM found)
				),
				'offices', (
					SELECT coalesce(json_agg(json_build_object('id', o."id", 'name', o."name", 'kind', o."kind")), '[]')
					FROM "Office" o WHERE o."id" IN (SELECT "officeId" FROM found)
				),
				'visits', (
					SELECT coalesce(json_agg(json_build_object('id', a."id", ${times(sql`a`)}, 'status', a."status",
						'professionalId', a."professionalId", 'serviceId', a."serviceId", 'officeId', a."officeId",
						'names', who."names", 'clients', who."clients", 'dueMinor', who."dueMinor",
						'receivedMinor', paid."minor", 'currency', a."currency") ORDER BY a."startsAt", a."id"), '[]')
					FROM found a, LATERAL (
						SELECT coalesce(json_agg(at."name" ORDER BY at."kind", at."name", at."id"), '[]') AS "names",
							count(*) FILTER (WHERE at."kind" = 'CLIENT')::int AS "clients",
							coalesce(sum(${amountDue}) FILTER (WHERE at."kind" = 'CLIENT'), 0)::int AS "dueMinor"
						FROM "Attendee" at WHERE at."appointmentId" = a."id" AND at."cancelledAt" IS NULL
					) who, LATERAL (
						SELECT coalesce(sum(r."amountMinor"), 0)::int AS "minor" FROM "Received" r WHERE r."appointmentId" = a."id"
					) paid
				),
				'blocks', (
					SELECT coalesce(json_agg(json_build_object('id', b."id", ${times(sql`b`)}, 'title', b."title",
						'professional', json_build_object('id', m."id", 'name', m."name"), 'seriesId', b."seriesId")
						ORDER BY b."startsAt", b."id"), '[]')
					FROM "Block" b JOIN "Member" m ON m."id" = b."memberId"
					WHERE b."clinicId" = ${clinicId}::uuid
						AND (${professionalId}::uuid IS NULL OR b."memberId" = ${professionalId}::uuid)
						AND b."startsAt" < ${to}::timestamptz AND b."endsAt" > ${from}::timestamptz
				)
			) AS calendar`),
	);
	return calendar;
}
