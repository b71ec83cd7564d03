import type { OpeningHours, PublicPage } from '../../../shared/contract/schedule.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { defaultBookingRules } from '../../../shared/domain/bookingRules.ts';
import { sqlState, sqlStateOf, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient } from '../ports.ts';
import { presentHours, presentPage } from './present.ts';

interface ScheduleDeps {
	db: Database;
	ambient: Ambient;
}

const nothingYet = { ...defaultBookingRules, slug: null, published: false, headline: '', about: '' };

/** The signed-in professional's opening hours, with the exceptions from today on, and how clients may book. */
export async function readSchedule({ db, ambient }: ScheduleDeps, { memberId }: Actor) {
	const member = await db.member.findUniqueOrThrow({
		where: { id: memberId },
		include: {
			bookingRules: true,
			workingHours: { orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }] },
			scheduleExceptions: {
				where: { date: { gte: yesterday(ambient.now()) } },
				orderBy: [{ date: 'asc' }, { startMinute: 'asc' }],
			},
		},
	});
	return { hours: presentHours(member), page: presentPage(member.bookingRules ?? nothingYet) };
}

/** @throws SamtalError `NOT_FOUND` for an office of another clinic */
export async function writeHours({ db, ambient }: ScheduleDeps, { memberId, clinicId }: Actor, hours: OpeningHours) {
	const officeIds = [...new Set([...hours.weekly, ...hours.exceptions].map(({ officeId }) => officeId))];
	const known = await db.office.count({ where: { clinicId, id: { in: officeIds } } });
	if (known !== officeIds.length) throw new SamtalError('NOT_FOUND');
	const own = () => ({ id: ambient.newId(), memberId });
	const exceptions = hours.exceptions.flatMap(({ officeId, date, hours: openings }) =>
		(openings.length > 0 ? openings : [{ startMinute: null, endMinute: null }]).map((opening) => ({
			...{ ...own(), officeId, date: new Date(`${date}T00:00:00Z`) },
			...opening,
		})),
	);
	await db.$transaction([
		db.workingHours.deleteMany({ where: { memberId } }),
		db.scheduleException.deleteMany({ where: { memberId, date: { gte: yesterday(ambient.now()) } } }),
		db.workingHours.createMany({ data: hours.weekly.map((opening) => ({ ...own(), ...opening })) }),
		db.scheduleException.createMany({ data: exceptions }),
	]);
	return hours;
}

/** @throws SamtalError `CONFLICT` when another professional has this address */
export async function writePage({ db }: ScheduleDeps, { memberId }: Actor, page: PublicPage): Promise<PublicPage> {
	try {
		await db.bookingRules.upsert({ where: { memberId }, create: { memberId, ...page }, update: page });
	} catch (error) {
		if (sqlStateOf(error) === sqlState.uniqueViolation) throw new SamtalError('CONFLICT');
		throw error;
	}
	return page;
}

/** Where it is still today, whatever the zone. */
const yesterday = (now: Date) => new Date(now.getTime() - 86_400_000);
