import type { AppointmentStatus } from '../../shared/contract/appointments.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';

export interface VisitToInsert {
	clinicId: string;
	professionalId: string;
	officeId: string;
	service: { id: string; durationMinutes: number; amountMinor: number; currency: string };
	client: { id: string; name: string };
	startsAt: Date;
	status: AppointmentStatus;
}

/** Puts one visit with its client into the calendar; null when another visit of the professional is in the way. */
export async function insertVisit(tx: Queryable, { now, newId }: Ambient, visit: VisitToInsert) {
	const { clinicId, professionalId, officeId, service, client, startsAt, status } = visit;
	const endsAt = new Date(startsAt.getTime() + service.durationMinutes * 60_000);
	const inTheWay = await findInTheWay(tx, professionalId, startsAt, endsAt);
	if (inTheWay !== null) return null;
	const { amountMinor, currency } = service;
	return tx.appointment.create({
		data: {
			...{ id: newId(), clinicId, professionalId, officeId, serviceId: service.id },
			...{ startsAt, endsAt, status, amountMinor, currency, createdAt: now() },
			attendees: { create: [{ id: newId(), clientId: client.id, kind: 'CLIENT', name: client.name }] },
		},
		include: { attendees: true },
	});
}

/** The first visit of this professional that overlaps the time. */
export const findInTheWay = (tx: Queryable, professionalId: string, startsAt: Date, endsAt: Date) =>
	tx.appointment.findFirst({
		where: { professionalId, status: { not: 'CANCELLED' }, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
		orderBy: { startsAt: 'asc' },
	});
