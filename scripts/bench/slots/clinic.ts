import { randomUUID } from 'node:crypto';
import type { Database } from '../../../server/adapters/prisma/database.ts';

const MINUTE_MS = 60_000;
const VISIT_MS = 50 * MINUTE_MS;
/** Of professionals, a few each: with changes of clocks in the period and without. */
const zones = ['Europe/Warsaw', 'Atlantic/Reykjavik', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

export interface SlotsClinic {
	clinicId: string;
	officeId: string;
	memberIds: string[];
}

interface Size {
	professionals: number;
	days: number;
	visits: number;
	/** The first date of the visits. */
	first: Temporal.PlainDate;
}

/**
 * A clinic whose professionals work five days a week with a break, and see their clients all through the period; every
 * tenth day of each is an exception, every week has a block, and each keeps ten minutes free after a visit.
 */
export async function fillClinic(db: Database, { professionals, days, visits, first }: Size): Promise<SlotsClinic> {
	const [clinicId, officeId, serviceId] = [randomUUID(), randomUUID(), randomUUID()];
	const terms = { termsVersion: '1', termsText: 'Terms' };
	await db.clinic.create({
		data: { id: clinicId, name: 'Bench', timeZone: 'UTC', currency: 'ISK', locale: 'en', ...terms },
	});
	await db.office.create({ data: { id: officeId, clinicId, name: 'Video', kind: 'VIDEO' } });
	const price = { amountMinor: 0, currency: 'ISK' as const };
	await db.service.create({ data: { id: serviceId, clinicId, name: 'Session', durationMinutes: 50, ...price } });
	const memberIds = Array.from({ length: professionals }, () => randomUUID());
	await db.member.createMany({
		data: memberIds.map((id, nth) => ({
			...{ id, clinicId, email: `${id}@example.com`, passwordHash: '', name: 'Bench', role: 'PROFESSIONAL' as const },
			...{ locale: 'en', timeZone: zones[nth % zones.length] ?? 'UTC' },
		})),
	});
	await addSchedules(db, memberIds, officeId, { days, first });

	const midnight = first.toZonedDateTime('UTC').epochMilliseconds;
	const each = Math.ceil(visits / professionals);
	await db.appointment.createMany({
		data: Array.from({ length: visits }, (_, nth) => {
			// Spread over the whole period, by day and night.
			const start = midnight + Math.floor(Math.floor(nth / professionals) * ((days * 1_440) / each)) * MINUTE_MS;
			return {
				...{ id: randomUUID(), clinicId, professionalId: memberIds[nth % professionals] ?? '', serviceId, officeId },
				...{ startsAt: new Date(start), endsAt: new Date(start + VISIT_MS), ...price, createdAt: new Date() },
			};
		}),
	});
	// As autovacuum would have done by then.
	await db.$executeRaw`VACUUM ANALYZE`;
	return { clinicId, officeId, memberIds };
}

async function addSchedules(
	db: Database,
	memberIds: string[],
	officeId: string,
	{ days, first }: Pick<Size, 'days' | 'first'>,
): Promise<void> {
	const openings = [1, 2, 3, 4, 5].flatMap((weekday) => [
		{ weekday, startMinute: 540, endMinute: 720 },
		{ weekday, startMinute: 780, endMinute: 1_080 },
	]);
	await db.workingHours.createMany({
		data: memberIds.flatMap((memberId) =>
			openings.map((opening) => ({ id: randomUUID(), memberId, officeId, ...opening })),
		),
	});
	const dates = Array.from({ length: Math.floor(days / 10) }, (_, nth) => first.add({ days: nth * 10 }));
	await db.scheduleException.createMany({
		data: memberIds.flatMap((memberId) =>
			dates.map((date) => ({
				...{ id: randomUUID(), memberId, officeId, date: new Date(`${date.toString()}T00:00:00Z`) },
				...{ startMinute: 600, endMinute: 900 },
			})),
		),
	});
	const { clinicId } = await db.member.findFirstOrThrow({ where: { id: memberIds[0] ?? '' } });
	await db.block.createMany({
		data: memberIds.flatMap((memberId) =>
			Array.from({ length: Math.floor(days / 7) }, (_, week) => {
				const startsAt = new Date(first.add({ days: week * 7 + 2 }).toZonedDateTime('UTC').epochMilliseconds);
				const endsAt = new Date(startsAt.getTime() + 12 * 60 * MINUTE_MS);
				return { id: randomUUID(), clinicId, memberId, startsAt, endsAt, title: '', createdAt: new Date() };
			}),
		),
	});
	await db.bookingRules.createMany({
		data: memberIds.map((memberId) => ({
			...{ memberId, slug: memberId, published: true, headline: '', about: '', stepMinutes: 15, noticeMinutes: 0 },
			...{ horizonDays: days, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, freeCancelHours: 24 },
		})),
	});
}
