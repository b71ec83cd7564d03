import { z } from 'zod';
import type { BookingRules } from '../../../shared/domain/bookingRules.ts';
import { defaultBookingRules } from '../../../shared/domain/bookingRules.ts';
import type { Interval } from '../../../shared/domain/intervals.ts';
import type { DatedHours, WeeklyHours } from '../../../shared/domain/slots.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';

/** Everything that decides when a professional is free at one office. */
export interface Calendar {
	timeZone: string;
	rules: BookingRules;
	hours: { weekly: WeeklyHours[]; exceptions: DatedHours[] };
	busy: { visits: Interval[]; others: Interval[] };
}

const hours = { startMinute: z.number(), endMinute: z.number() };
/** Beginnings and ends in seconds since 1970, the nth of one belonging to the nth of the other. */
const times = z
	.object({ starts: z.array(z.number()).nullable(), ends: z.array(z.number()).nullable() })
	.transform(({ starts, ends }): Interval[] =>
		(starts ?? []).map((start, nth) => ({ start: toMs(start), end: toMs(ends?.[nth] ?? start) })),
	);
const toMs = (seconds: number) => Math.round(seconds * 1_000);

const calendarRows = z.array(
	z.object({
		nth: z.number(),
		timeZone: z.string(),
		rules: z
			.object({
				...{ stepMinutes: z.number(), noticeMinutes: z.number(), horizonDays: z.number() },
				...{ bufferBeforeMinutes: z.number(), bufferAfterMinutes: z.number(), freeCancelHours: z.number() },
			})
			.nullable(),
		weekly: z.array(z.object({ weekday: z.number(), ...hours })).nullable(),
		exceptions: z
			.array(z.object({ date: z.string(), startMinute: z.number().nullable(), endMinute: z.number().nullable() }))
			.nullable(),
		...{ visits: times, others: times },
	}),
);

interface Asked {
	/** Of the clinic, and each with one of their offices. */
	clinicId: string;
	of: readonly { memberId: string; officeId: string }[];
	/** What visits have these rooms and devices, whose ever they are, is in the way as blocks are. */
	resourceIds: readonly string[];
	/** What touches this time counts. */
	from: Date;
	to: Date;
	/** What visitors hold counts as visits, apart from the named hold; null where holds do not count. */
	holds: { now: Date; except: string | null } | null;
}

/**
 * The calendars of many professionals in one statement, in the order of `of`; undefined where there is no such
 * professional in the clinic. Times come as columns of numbers, one row for each professional: as rows of their own,
 * reading them would take longer than all that is done with them.
 */
export async function readCalendars(
	db: Pick<Database, 'rows'>,
	{ clinicId, of, resourceIds, from, to, holds }: Asked,
): Promise<(Calendar | undefined)[]> {
	const asked = JSON.stringify(of.map((each, nth) => ({ nth, ...each })));
	const rows = calendarRows.parse(
		await db.rows(sql`
			SELECT n."nth", m."timeZone", (
				SELECT row_to_json(r) FROM "BookingRules" r WHERE r."memberId" = n."memberId"
			) AS rules, (
				SELECT json_agg(h) FROM "WorkingHours" h WHERE h."memberId" = n."memberId" AND h."officeId" = n."officeId"
			) AS weekly, (
				SELECT json_agg(e) FROM "ScheduleException" e
				WHERE e."memberId" = n."memberId" AND e."officeId" = n."officeId" AND e."date" BETWEEN ${from} AND ${to}
			) AS exceptions, (
				SELECT json_build_object('starts', array_agg(date_part('epoch', "startsAt")),
					'ends', array_agg(date_part('epoch', "endsAt")))
				FROM (
					SELECT "startsAt", "endsAt" FROM "Appointment" a
					WHERE a."professionalId" = n."memberId" AND a."status" <> 'CANCELLED'
						AND a."startsAt" > ${longestBefore(from)} AND a."startsAt" < ${to} AND a."endsAt" > ${from}
					UNION ALL
					SELECT "startsAt", "endsAt" FROM "SlotHold" s
					WHERE s."memberId" = n."memberId" AND s."expiresAt" > ${holds?.now ?? null}
						AND s."id" IS DISTINCT FROM ${holds?.except ?? null}::uuid
				) AS taken
			) AS visits, (
				SELECT json_build_object('starts', array_agg(date_part('epoch', "startsAt")),
					'ends', array_agg(date_part('epoch', "endsAt")))
				FROM (
					SELECT "startsAt", "endsAt" FROM "Block" b
					WHERE b."memberId" = n."memberId" AND b."startsAt" < ${to} AND b."endsAt" > ${from}
					UNION ALL
					SELECT "startsAt", "endsAt" FROM "ExternalBusy" x
					WHERE x."memberId" = n."memberId" AND x."startsAt" < ${to} AND x."endsAt" > ${from}
					UNION ALL
					SELECT "startsAt", "endsAt" FROM "AppointmentResource" ar
					WHERE ar."clinicId" = ${clinicId}::uuid AND ar."resourceId" = ANY (${[...resourceIds]}::uuid[])
						AND ar."status" <> 'CANCELLED' AND ar."startsAt" < ${to} AND ar."endsAt" > ${from}
				) AS taken
			) AS others
			FROM json_to_recordset(${asked}::json) AS n("nth" int, "memberId" uuid, "officeId" uuid)
			JOIN "Member" m ON m."clinicId" = ${clinicId}::uuid AND m."id" = n."memberId"`),
	);
	const found = new Map(rows.map(({ nth, ...row }) => [nth, calendarOf(row)]));
	return of.map((_, nth) => found.get(nth));
}

/** A constraint keeps visits within 24 hours. Without this bound all of a professional's past would be read. */
const longestBefore = (from: Date) => new Date(from.getTime() - 86_400_000);

function calendarOf(row: Omit<z.output<typeof calendarRows>[number], 'nth'>): Calendar {
	const { timeZone, rules, weekly, exceptions, visits, others } = row;
	return {
		timeZone,
		rules: rules ?? defaultBookingRules,
		hours: { weekly: weekly ?? [], exceptions: (exceptions ?? []).map(datedHours) },
		busy: { visits, others },
	};
}

function datedHours(row: { date: string; startMinute: number | null; endMinute: number | null }): DatedHours {
	const { date, startMinute, endMinute } = row;
	return { date, hours: startMinute === null || endMinute === null ? null : { startMinute, endMinute } };
}
