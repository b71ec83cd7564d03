import { randomUUID } from 'node:crypto';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { AppointmentStatus } from '../../../adapters/prisma/generated/client.ts';

interface GivenVisit {
	clinicId: string;
	professionalId: string;
	serviceId: string;
	officeId: string;
	/** Who comes; the clinic's client without it. */
	client?: { name: string; email?: string; phone?: string };
	startsAt: string;
	status?: AppointmentStatus;
	amountMinor?: number;
	currency?: string;
	receivedMinor?: number;
}

/** A visit of an hour, written straight into the database: many states take long to come about. Its id. */
export async function writeVisit(db: Database, given: GivenVisit): Promise<string> {
	const { clinicId, professionalId, serviceId, officeId, client = { name: 'Jón Demo' } } = given;
	const { status = 'PLANNED', amountMinor = 19_500, currency = 'ISK', receivedMinor = 0 } = given;
	const [id, attendeeId, clientId] = [randomUUID(), randomUUID(), randomUUID()];
	const startsAt = new Date(given.startsAt);
	const endsAt = new Date(startsAt.getTime() + 3_600_000);
	const createdAt = new Date(0);
	const times = { startsAt, endsAt, status };
	const price = { amountMinor, currency };
	await db.client.create({ data: { id: clientId, clinicId, ...client, locale: 'en', createdAt } });
	await db.appointment.create({
		data: {
			...{ id, clinicId, professionalId, serviceId, officeId, ...times, ...price, createdAt, note: 'secret note' },
			...(status === 'CANCELLED' && { cancelReason: 'NO_SHOW' as const, cancelledAt: createdAt }),
		},
	});
	const person = { kind: 'CLIENT' as const, name: client.name };
	await db.attendee.create({
		data: { id: attendeeId, clinicId, appointmentId: id, clientId, ...times, ...person },
	});
	if (receivedMinor > 0) {
		const of = { clinicId, appointmentId: id, attendeeId, requestedById: professionalId };
		const payment = { currency, amountMinor: receivedMinor, description: 'Session', requestedAt: createdAt };
		await db.payment.createMany({
			data: [
				{ id: randomUUID(), ...of, ...payment, status: 'RECEIVED', receivedAt: createdAt },
				{ id: randomUUID(), ...of, ...payment, status: 'FAILED' },
			],
		});
	}
	return id;
}
