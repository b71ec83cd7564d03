import { z } from 'zod';
import { SamtalError, type Conflict } from '../../../shared/contract/errors.ts';
import { currency, locale } from '../../../shared/contract/scalars.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';

const contextRow = z.object({
	clinic: z.object({ id: z.uuid(), name: z.string(), timeZone: z.string(), locale }),
	professional: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
	service: z.object({ id: z.uuid(), name: z.string(), durationMinutes: z.number(), amountMinor: z.number(), currency }),
	office: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	client: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), locale }).nullable(),
});
export type BookingContext = z.output<typeof contextRow>;

/**
 * Everything that a booking refers to, in one query. Without `officeId` the clinic's first video office is meant;
 * `clientId` is null for somebody who is not in the records yet.
 * @throws SamtalError `NOT_FOUND` when one of them is not the clinic's
 */
export async function readBookingContext(
	db: Database,
	actor: Actor,
	named: { serviceId: string; officeId: string | null; clientId: string | null },
): Promise<BookingContext> {
	const rows = z.array(contextRow).parse(
		await db.$queryRaw`
			SELECT
				json_build_object('id', cl."id", 'name', cl."name", 'timeZone', cl."timeZone", 'locale', cl."locale") AS clinic,
				json_build_object('id', m."id", 'name', m."name", 'email', m."email") AS professional,
				json_build_object('id', s."id", 'name', s."name", 'durationMinutes', s."durationMinutes",
					'amountMinor', s."amountMinor", 'currency', s."currency") AS service,
				json_build_object('id', o."id", 'name', o."name", 'kind', o."kind") AS office,
				CASE WHEN c."id" IS NOT NULL THEN
					json_build_object('id', c."id", 'name', c."name", 'email', c."email", 'locale', c."locale")
				END AS client
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
			WHERE m."id" = ${actor.memberId}::uuid AND m."clinicId" = ${actor.clinicId}::uuid`,
	);
	const [context] = rows;
	if (context === undefined || (named.clientId !== null && context.client === null)) throw new SamtalError('NOT_FOUND');
	return context;
}

/** The visits of one professional that overlap `startsAt … endsAt`, for people to see. */
export async function findConflicts(
	db: Database,
	professionalId: string,
	{ startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Conflict[]> {
	const rows = await db.appointment.findMany({
		where: { professionalId, status: { not: 'CANCELLED' }, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
		include: { attendees: { where: { kind: 'CLIENT' }, select: { name: true }, orderBy: { name: 'asc' } } },
		orderBy: { startsAt: 'asc' },
	});
	return rows.map((row) => ({
		appointmentId: row.id,
		startsAt: row.startsAt.toISOString(),
		endsAt: row.endsAt.toISOString(),
		clientName: row.attendees[0]?.name ?? '',
	}));
}
