import { sql, type Queryable } from '../../adapters/prisma/database.ts';
import type { Currency } from '../../../shared/contract/scalars.ts';

/** A visit that a series is made of, as it is written. */
export interface Occurrence {
	id: string;
	startsAt: Date;
	endsAt: Date;
	attendees: { id: string; clientId: string; name: string }[];
}

/** What all of its visits have in common. */
export interface CommonPart {
	clinicId: string;
	professionalId: string;
	serviceId: string;
	officeId: string;
	amountMinor: number;
	currency: Currency;
	note: string;
	createdAt: Date;
	resourceIds: string[];
}

/**
 * Writes the visits of a series, or one that is in none, all in the caller's transaction, which holds the calendars that they touch.
 * The constraints refuse what overlaps all the same.
 */
export async function writeOccurrences(
	tx: Queryable,
	seriesId: string | null,
	common: CommonPart,
	occurrences: readonly Occurrence[],
): Promise<void> {
	const { resourceIds, ...columns } = common;
	await tx.appointment.createMany({
		data: occurrences.map(({ id, startsAt, endsAt }) => ({
			...{ ...columns, id, startsAt, endsAt, seriesId },
			originalStartsAt: seriesId === null ? null : startsAt,
		})),
	});
	const { clinicId } = common;
	await tx.attendee.createMany({
		data: occurrences.flatMap(({ id: appointmentId, startsAt, endsAt, attendees }) =>
			attendees.map((attendee) => ({
				...{ ...attendee, clinicId, appointmentId, startsAt, endsAt },
				...{ status: 'PLANNED' as const, kind: 'CLIENT' as const },
			})),
		),
	});
	await tx.appointmentResource.createMany({
		data: occurrences.flatMap(({ id: appointmentId, startsAt, endsAt }) =>
			resourceIds.map((resourceId) => ({
				...{ clinicId, appointmentId, startsAt, endsAt, resourceId, status: 'PLANNED' as const },
			})),
		),
	});
}

/** A visit that is to be at another time, or in another series, than before. */
export interface Moved {
	id: string;
	startsAt: Date;
	endsAt: Date;
	seriesId: string | null;
	originalStartsAt: Date | null;
}

/**
 * Moves visits together, in the caller's transaction. Answers with how many there were: one that has begun or was
 * cancelled is not moved.
 * NOTE: the constraints check row by row, and a visit would meet the one after it on the way. While all of them are
 * cancelled, which nobody else can see, they are in nobody's way.
 */
export async function moveVisits(tx: Queryable, moved: readonly Moved[]): Promise<number> {
	const ids = moved.map(({ id }) => id);
	const { count } = await tx.appointment.updateMany({
		where: { id: { in: ids }, status: 'PLANNED' },
		data: { status: 'CANCELLED' },
	});
	if (count !== moved.length) return count;
	return tx.$executeRaw(sql`
		UPDATE "Appointment" a SET "startsAt" = m."startsAt", "endsAt" = m."endsAt", "status" = 'PLANNED',
			"seriesId" = m."seriesId", "originalStartsAt" = m."originalStartsAt"
		FROM json_to_recordset(${JSON.stringify(moved)}::json) AS m("id" uuid, "startsAt" timestamptz,
			"endsAt" timestamptz, "seriesId" uuid, "originalStartsAt" timestamptz)
		WHERE a."id" = m."id"`);
}
