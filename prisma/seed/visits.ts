import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoClinic } from './clinic.ts';
import { insertVisit } from './insert-visit.ts';

const DAYS_BACK = 7;
const DAYS_AHEAD = 7;
/** On the wall clock, with the name of the service. */
const dayPlan = [
	{ at: '09:00', service: 'Individual session' },
	{ at: '10:30', service: 'Short follow-up' },
	{ at: '13:00', service: 'First interview' },
	{ at: '15:00', service: 'Individual session' },
] as const;

export type DoneVisit = NonNullable<Awaited<ReturnType<typeof insertVisit>>>;

/** Two weeks of visits around today, each professional's days a little different. Returns those that are over. */
export async function createVisits(tx: Queryable, ambient: Ambient, clinic: DemoClinic): Promise<DoneVisit[]> {
	const { now } = ambient;
	const today = Temporal.Instant.fromEpochMilliseconds(now().getTime())
		.toZonedDateTimeISO(clinic.timeZone)
		.toPlainDate();
	const office = clinic.offices.find(({ kind }) => kind === 'VIDEO');
	const done: DoneVisit[] = [];
	let turn = 0;
	for (const professional of clinic.members.filter(({ role }) => role === 'PROFESSIONAL')) {
		for (let day = -DAYS_BACK; day < DAYS_AHEAD; day += 1) {
			const date = today.add({ days: day });
			if (date.dayOfWeek > 5 && day !== 0) continue;
			for (const [index, { at, service: serviceName }] of dayPlan.entries()) {
				turn += 1;
				const service = clinic.services.find(({ name }) => name === serviceName);
				const client = clinic.clients[turn % clinic.clients.length];
				const isLeftFree = (turn + index) % 4 === 0;
				if (isLeftFree || office === undefined || service === undefined || client === undefined) continue;
				const start = date.toZonedDateTime({ timeZone: clinic.timeZone, plainTime: at }).epochMilliseconds;
				const isOver = start + service.durationMinutes * 60_000 < now().getTime();
				const visit = await insertVisit(tx, ambient, {
					...{ clinicId: clinic.id, professionalId: professional.id, officeId: office.id, service, client },
					...{ startsAt: new Date(start), status: isOver ? 'DONE' : 'PLANNED' },
				});
				if (visit !== null && isOver) done.push(visit);
			}
		}
	}
	return done;
}
