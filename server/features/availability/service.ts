import { SamtalError } from '../../../shared/contract/errors.ts';
import { openingsOn, startTimes } from '../../../shared/domain/slots.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient } from '../ports.ts';

/** Visits start on the half hours after each opening. */
const STEP_MS = 30 * 60_000;

export interface FreeTimes {
	timeZone: string;
	days: { date: string; startTimes: string[] }[];
}

/**
 * When the signed-in professional can begin a visit of this service, on `days` dates from `from` (`2026-03-01`) in their
 * own zone. Without `officeId` the hours of the clinic's first video office count. The number of queries does not depend on the period.
 * @throws SamtalError `NOT_FOUND` for a service or office of another clinic
 */
export async function findFreeTimes(
	{ db, ambient }: { db: Database; ambient: Ambient },
	actor: Pick<Actor, 'memberId' | 'clinicId'>,
	wanted: { serviceId: string; officeId: string | undefined; from: string; days: number },
): Promise<FreeTimes> {
	const { timeZone, length, hours } = await readRules(db, actor, wanted);
	const first = Temporal.PlainDate.from(wanted.from);
	const midnight = (day: number) => first.add({ days: day }).toZonedDateTime(timeZone).epochMilliseconds;
	const busy = await readBusy(db, actor, midnight(0), midnight(wanted.days));
	const rules = { length, step: STEP_MS, notBefore: ambient.now().getTime() };

	const days = Array.from({ length: wanted.days }, (_, day) => {
		const date = first.add({ days: day });
		const starts = startTimes(openingsOn(date, hours, timeZone), busy, rules);
		return { date: date.toString(), startTimes: starts.map((start) => new Date(start).toISOString()) };
	});
	return { timeZone, days };
}

async function readRules(
	db: Database,
	{ memberId, clinicId }: Pick<Actor, 'memberId' | 'clinicId'>,
	{ serviceId, officeId }: { serviceId: string; officeId: string | undefined },
) {
	const [service, office, member] = await Promise.all([
		db.service.findFirst({ where: { id: serviceId, clinicId }, select: { durationMinutes: true } }),
		db.office.findFirst({
			where: { clinicId, ...(officeId === undefined ? { kind: 'VIDEO' } : { id: officeId }) },
			orderBy: [{ name: 'asc' }, { id: 'asc' }],
			select: { id: true },
		}),
		db.member.findUniqueOrThrow({ where: { id: memberId }, select: { timeZone: true, workingHours: true } }),
	]);
	if (service === null || office === null) throw new SamtalError('NOT_FOUND');
	return {
		timeZone: member.timeZone,
		length: service.durationMinutes * 60_000,
		hours: member.workingHours.filter((opening) => opening.officeId === office.id),
	};
}

async function readBusy(db: Database, { memberId }: Pick<Actor, 'memberId'>, from: number, to: number) {
	const visits = await db.appointment.findMany({
		where: {
			professionalId: memberId,
			status: { not: 'CANCELLED' },
			startsAt: { lt: new Date(to) },
			endsAt: { gt: new Date(from) },
		},
		select: { startsAt: true, endsAt: true },
	});
	return visits.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() }));
}
