import type { Database } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import { demoHost } from './clinic.ts';
import { insertVisits, type DemoVisit } from './visits.ts';

const MINUTE_MS = 60_000;
const GRID_MS = 5 * MINUTE_MS;
/** A visit counts as near when it starts within this time and still lasts this long. */
const STARTS_WITHIN_MS = 15 * MINUTE_MS;
const LASTS_MS = 10 * MINUTE_MS;

/**
 * A video visit of the demo professional that is about to start or has just begun: one that is in the calendar, or a
 * new one on the next five minutes, after whatever is in the way. Null where there is no demo clinic.
 */
export async function ensureVisitSoon(db: Database, ambient: Ambient) {
	const host = await db.member.findUnique({
		where: { email: demoHost },
		include: { clinic: { include: { offices: true, services: true } } },
	});
	const service = host?.clinic.services.find(({ name }) => name === 'Individual session');
	const office = host?.clinic.offices.find(({ kind }) => kind === 'VIDEO');
	if (host === null || service === undefined || office === undefined) return null;
	const near = await findNear(db, ambient, host.id);
	if (near !== null) return near;

	const length = service.durationMinutes * MINUTE_MS;
	const startsAt = await firstFree(db, ambient, host.id, length);
	const endsAt = new Date(startsAt.getTime() + length);
	const client = await db.client.findFirst({
		where: { clinicId: host.clinicId, attendees: { none: { startsAt: { lt: endsAt }, endsAt: { gt: startsAt } } } },
		orderBy: { name: 'asc' },
	});
	if (client === null) return null;
	const visit: DemoVisit = {
		...{ id: ambient.newId(), professionalId: host.id, attendeeId: ambient.newId(), client, service, office },
		...{ startsAt, endsAt, status: 'PLANNED' },
	};
	await insertVisits(db, ambient, host.clinic, [visit]);
	return db.attendee.findUniqueOrThrow({ where: { id: visit.attendeeId } });
}

const findNear = (db: Database, { now }: Ambient, professionalId: string) =>
	db.attendee.findFirst({
		where: {
			kind: 'CLIENT',
			appointment: {
				professionalId,
				status: { in: ['PLANNED', 'IN_PROGRESS'] },
				office: { kind: 'VIDEO' },
				startsAt: { lte: new Date(now().getTime() + STARTS_WITHIN_MS) },
				endsAt: { gte: new Date(now().getTime() + LASTS_MS) },
			},
		},
		orderBy: { appointment: { startsAt: 'asc' } },
	});

async function firstFree(db: Database, { now }: Ambient, professionalId: string, length: number): Promise<Date> {
	const onGrid = (time: number) => new Date(Math.ceil(time / GRID_MS) * GRID_MS);
	const startsAt = onGrid(now().getTime());
	const others = await db.appointment.findMany({
		where: { professionalId, status: { not: 'CANCELLED' }, endsAt: { gt: startsAt } },
		orderBy: { startsAt: 'asc' },
	});
	return others.reduce(
		(start, other) => (other.startsAt.getTime() < start.getTime() + length ? onGrid(other.endsAt.getTime()) : start),
		startsAt,
	);
}
