import { sql, type Queryable } from '../../../adapters/prisma/database.ts';
import { lockCalendars } from '../turns.ts';

/** A visit whose places are given or freed. */
export interface GroupNames {
	id: string;
	serviceId: string;
	professionalId: string;
}

/**
 * Until the end of the transaction nobody else gives or frees places of these visits, changes how many there are, or
 * books `clientIds`, those who wait, or the professionals. Always in this order, so that no two transactions each hold
 * what the other wants: services, visits, calendars (as whoever books or moves), then rows.
 */
export async function lockGroups(
	tx: Queryable,
	visits: readonly GroupNames[],
	clientIds: readonly string[] = [],
): Promise<void> {
	const ids = visits.map(({ id }) => id);
	const serviceIds = visits.map(({ serviceId }) => serviceId);
	await tx.$queryRaw(sql`SELECT 1 FROM "Service" WHERE "id" = ANY (${serviceIds}::uuid[]) ORDER BY "id" FOR SHARE`);
	await lockCalendars(tx, ids);
	const waiting = await tx.waitingListEntry.findMany({
		where: { appointmentId: { in: ids } },
		select: { clientId: true },
	});
	const calendars = [...visits.map(({ professionalId }) => professionalId), ...waiting.map((each) => each.clientId)];
	await lockCalendars(tx, [...calendars, ...clientIds]);
	await tx.$queryRaw(sql`SELECT 1 FROM "Appointment" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR UPDATE`);
}
