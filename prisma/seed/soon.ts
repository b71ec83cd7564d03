import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import { demoHost } from './clinic.ts';
import { findInTheWay, insertVisit } from './insert-visit.ts';

const MINUTE_MS = 60_000;
const GRID_MS = 5 * MINUTE_MS;
/** A visit counts as near when it starts within this time and still lasts this long. */
const STARTS_WITHIN_MS = 15 * MINUTE_MS;
const LASTS_MS = 10 * MINUTE_MS;

export interface VisitSoon {
	attendeeId: string;
	linkVersion: number;
}

/**
 * A video visit of the demo professional that is about to start or has just begun: one that is in the calendar, or a
 * new one on the next five minutes, after whatever is in the way. Null where there is no demo clinic.
 */
export async function ensureVisitSoon(tx: Queryable, ambient: Ambient): Promise<VisitSoon | null> {
	const host = await tx.member.findUnique({
		where: { email: demoHost },
		include: { clinic: { include: { offices: true, services: true, clients: { orderBy: { name: 'asc' } } } } },
	});
	const { clinic } = host ?? {};
	const office = clinic?.offices.find(({ kind }) => kind === 'VIDEO');
	const service = clinic?.services.find(({ name }) => name === 'Individual session') ?? clinic?.services[0];
	const client = clinic?.clients.find(({ locale }) => locale === 'en') ?? clinic?.clients[0];
	if (host === null || office === undefined || service === undefined || client === undefined) return null;

	const near = await findNear(tx, ambient, host.id);
	if (near !== null) return near;
	const startsAt = await firstFree(tx, ambient, host.id, service.durationMinutes * MINUTE_MS);
	const visit = await insertVisit(tx, ambient, {
		...{ clinicId: host.clinicId, professionalId: host.id, officeId: office.id, service, client },
		...{ startsAt, status: 'PLANNED' },
	});
	const attendee = visit?.attendees[0];
	return attendee === undefined ? null : { attendeeId: attendee.id, linkVersion: attendee.linkVersion };
}

async function findNear(tx: Queryable, { now }: Ambient, professionalId: string): Promise<VisitSoon | null> {
	const attendee = await tx.attendee.findFirst({
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
	return attendee === null ? null : { attendeeId: attendee.id, linkVersion: attendee.linkVersion };
}

async function firstFree(tx: Queryable, { now }: Ambient, professionalId: string, length: number): Promise<Date> {
	const onGrid = (time: number) => new Date(Math.ceil(time / GRID_MS) * GRID_MS);
	let startsAt = onGrid(now().getTime());
	for (;;) {
		const other = await findInTheWay(tx, professionalId, startsAt, new Date(startsAt.getTime() + length));
		if (other === null) return startsAt;
		startsAt = onGrid(other.endsAt.getTime());
	}
}
