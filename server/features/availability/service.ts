import { SamtalError } from '../../../shared/contract/errors.ts';
import { byDate } from '../../../shared/domain/availability.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { FreeTimes } from '../ports.ts';
import type { FindFree } from './findFree.ts';

interface OwnFreeTimes {
	timeZone: string;
	days: { date: string; startTimes: string[] }[];
}

/**
 * When the signed-in professional can begin a visit of this service, on `days` dates from `from` (`2026-03-01`) in their
 * own zone. Without `officeId` the hours of the clinic's first video office count.
 * @throws SamtalError `NOT_FOUND` for a service or office of another clinic
 */
export async function findOwnFreeTimes(
	{ db, findFree }: { db: Database; findFree: FindFree },
	{ memberId, clinicId }: Pick<Actor, 'memberId' | 'clinicId'>,
	wanted: Parameters<FreeTimes>[1],
): Promise<OwnFreeTimes> {
	const [service, office] = await Promise.all([
		db.service.findFirst({ where: { id: wanted.serviceId, clinicId }, select: { durationMinutes: true } }),
		db.office.findFirst({
			where: { clinicId, ...(wanted.officeId === undefined ? { kind: 'VIDEO' } : { id: wanted.officeId }) },
			orderBy: [{ name: 'asc' }, { id: 'asc' }],
			select: { id: true },
		}),
	]);
	if (service === null || office === null) throw new SamtalError('NOT_FOUND');
	const of = [{ memberId, officeId: office.id, minutes: service.durationMinutes }];
	const period = { first: Temporal.PlainDate.from(wanted.from), days: wanted.days };
	const [own] = await findFree({ clinicId, of, resourceIds: wanted.resourceIds, ...period, by: 'professional' });
	if (own === undefined) throw new SamtalError('NOT_FOUND');
	return { timeZone: own.timeZone, days: byDate(own.starts, own.timeZone, period.first, period.days) };
}
