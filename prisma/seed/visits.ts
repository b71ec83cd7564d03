import type { AppointmentStatus } from '../../shared/contract/appointments.ts';
import type { Currency } from '../../shared/contract/scalars.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoClinic } from './clinic.ts';

const DAYS_BACK = 14;
const DAYS_AHEAD = 21;
const HOUR_MS = 3_600_000;
/** On the wall clock, with the name of the service. */
const dayPlan = [
	{ at: '09:00', serviceName: 'Individual session' },
	{ at: '10:30', serviceName: 'Short follow-up' },
	{ at: '13:00', serviceName: 'First interview' },
	{ at: '15:00', serviceName: 'Individual session' },
] as const;

/** On whose afternoons the professionals are at the office: Tuesday and Thursday. */
const officeDays = new Set([2, 4]);

export interface DemoVisit {
	id: string;
	professionalId: string;
	attendeeId: string;
	client: { id: string; name: string };
	service: { id: string; name: string; durationMinutes: number; amountMinor: number; currency: Currency };
	office: { id: string; kind: string };
	startsAt: Date;
	endsAt: Date;
	status: AppointmentStatus;
}

/** Puts visits that do not overlap any other into the calendar, each with one client. */
export async function insertVisits(
	tx: Queryable,
	{ now }: Ambient,
	{ id: clinicId }: { id: string },
	visits: readonly DemoVisit[],
): Promise<void> {
	await tx.appointment.createMany({
		data: visits.map(({ id, professionalId, office, service, startsAt, endsAt, status }) => ({
			...{ id, clinicId, professionalId, officeId: office.id, serviceId: service.id, startsAt, endsAt, status },
			...{ amountMinor: service.amountMinor, currency: service.currency, createdAt: now() },
		})),
	});
	await tx.attendee.createMany({
		data: visits.map(({ id, attendeeId, client, startsAt, endsAt, status }) => ({
			...{ id: attendeeId, clinicId, appointmentId: id, startsAt, endsAt, status },
			...{ clientId: client.id, kind: 'CLIENT' as const, name: client.name },
		})),
	});
}

/** Five weeks around today, each professional's days a little different. The next hour stays free for the visit soon. */
export function planVisits(clinic: DemoClinic, { now, newId }: Ambient): DemoVisit[] {
	const { timeZone } = clinic;
	const today = Temporal.Instant.from(now().toISOString()).toZonedDateTimeISO(timeZone).toPlainDate();
	const dates = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, day) => today.add({ days: day - DAYS_BACK }));
	const workingDays = dates.filter((date) => date.dayOfWeek <= 5 || date.equals(today));
	const professionals = clinic.members.filter(({ role }) => role === 'PROFESSIONAL');

	const times = workingDays.flatMap((date) => dayPlan.map(({ at, serviceName }) => ({ date, at, serviceName })));
	const turns = professionals.flatMap(({ id: professionalId }, nth) =>
		// At one time each sees somebody else.
		times.map((time, turn) => ({ ...time, professionalId, turn: turn + 3 * nth })),
	);
	return turns.flatMap(({ professionalId, date, at, serviceName, turn }) => {
		const service = clinic.services.find(({ name }) => name === serviceName);
		const client = clinic.clients[turn % clinic.clients.length];
		const isThere = officeDays.has(date.dayOfWeek) && at === '15:00';
		const office = clinic.offices.find(({ kind }) => kind === (isThere ? 'PHYSICAL' : 'VIDEO'));
		const isLeftFree = turn % 7 === 3;
		if (isLeftFree || service === undefined || client === undefined || office === undefined) return [];
		const startsAt = new Date(date.toZonedDateTime({ timeZone, plainTime: at }).epochMilliseconds);
		const endsAt = new Date(startsAt.getTime() + service.durationMinutes * 60_000);
		const isSoon = startsAt.getTime() < now().getTime() + HOUR_MS && endsAt > now();
		const status: AppointmentStatus = endsAt < now() ? 'DONE' : 'PLANNED';
		const ids = { id: newId(), professionalId, attendeeId: newId() };
		return isSoon ? [] : [{ ...ids, client, service, office, startsAt, endsAt, status }];
	});
}
