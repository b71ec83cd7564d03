import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJoinLinks } from '../server/adapters/links.ts';
import { verifyPassword } from '../server/adapters/password.ts';
import type { Database } from '../server/adapters/prisma/database.ts';
import { openTestDatabase } from '../server/testing/database.ts';
import { seedDemo } from './seed.ts';

const links = createJoinLinks('http://127.0.0.1', 'one secret of at least 32 characters');
let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
	({ db, close } = await openTestDatabase());
});
afterAll(() => close());

const startAt = async (instant: string) => {
	const ambient = { now: () => new Date(instant), newId: () => randomUUID() };
	const access = await seedDemo({ db, ambient, links });
	const named = links.read(new URL(access?.joinLink ?? '').hash.slice(1));
	const visit = await db.appointment.findFirst({ where: { attendees: { some: { id: named?.attendeeId ?? '' } } } });
	return { access, visit };
};

test('the demo clinic is made once, and every start has a visit that is about to begin', async () => {
	const first = await startAt('2026-03-04T09:12:00Z');
	expect(first.access?.accounts.map(({ role }) => role)).toEqual([
		'MANAGER',
		'PROFESSIONAL',
		'PROFESSIONAL',
		'PROFESSIONAL',
		'MANAGER',
	]);
	for (const { email, password } of first.access?.accounts ?? []) {
		const { passwordHash } = await db.member.findUniqueOrThrow({ where: { email } });
		expect(await verifyPassword(passwordHash, password)).toBe(true);
	}
	expect(first.visit).toMatchObject({ startsAt: new Date('2026-03-04T09:15:00Z'), status: 'PLANNED' });
	const counts = () => Promise.all([db.clinic.count(), db.client.count(), db.note.count(), db.appointment.count()]);
	const [clinics, clients, notes, visits] = await counts();
	expect([clinics, clients]).toEqual([2, 8]);
	expect(notes).toBeGreaterThan(5);
	expect(visits).toBeGreaterThan(200);
	expect(await db.series.count()).toBe(2);
	expect(await db.block.count()).toBeGreaterThan(20);

	const second = await startAt('2026-03-04T09:20:00Z');
	expect(second).toEqual(first);
	expect(await counts()).toEqual([clinics, clients, notes, visits]);
	expect(await db.bookingRules.count({ where: { slug: 'anna-demo', published: true } })).toBe(1);

	const later = await startAt('2026-03-04T20:01:00Z');
	expect(later.visit).toMatchObject({ startsAt: new Date('2026-03-04T20:05:00Z'), status: 'PLANNED' });
	expect(later.visit?.professionalId).toBe(first.visit?.professionalId);
});

test('what was over at the first start is done, and each visit has its client', async () => {
	const visits = await db.appointment.findMany({ include: { attendees: true, office: true } });
	const firstStart = new Date('2026-03-04T09:12:00Z');
	expect(visits.filter(({ endsAt }) => endsAt < firstStart).map(({ status }) => status)).not.toContain('PLANNED');
	// One client, or the four or five of a group.
	expect(new Set(visits.map(({ attendees }) => attendees.length))).toEqual(new Set([1, 4, 5]));
	const single = visits.filter(({ attendees, seriesId }) => attendees.length === 1 && seriesId === null);
	const done = single.filter(({ status, office }) => status === 'DONE' && office.kind === 'VIDEO');
	expect(await db.callQuality.count()).toBe(2 * done.length);
});

test('every week a group has places left, another is full with two who wait; and rooms are in use', async () => {
	const planned = await db.appointment.findMany({
		where: { status: 'PLANNED', service: { capacity: { gt: 1 } } },
		include: { service: true, _count: { select: { attendees: true, waitingList: true } } },
	});
	const shown = planned.map(({ service, _count }) => [service.capacity - _count.attendees, _count.waitingList].join());
	// The present week and the three after it.
	expect(shown.filter((each) => each === '3,0')).toHaveLength(4);
	expect(shown.filter((each) => each === '0,2')).toHaveLength(4);
	expect(shown).toHaveLength(8);
	const resources = await db.resource.findMany({ include: { _count: { select: { appointments: true } } } });
	expect(resources).toHaveLength(4);
	for (const { _count } of resources) expect(_count.appointments).toBeGreaterThan(5);
});

test('there are invoices in every state but taken back', async () => {
	const invoices = await db.invoice.findMany({ orderBy: { createdAt: 'asc' }, include: { payments: true } });
	expect(invoices.map(({ status, number }) => [status, number])).toEqual([
		['SENT', 1],
		['PAID', 2],
		['SENT', 3],
		['DRAFT', null],
	]);
	const today = new Date('2026-03-04T00:00:00Z');
	const [overdue, paid, sent] = invoices;
	expect(overdue?.dueOn?.getTime()).toBeLessThan(today.getTime());
	expect(sent?.dueOn?.getTime()).toBeGreaterThan(today.getTime());
	expect(paid?.payments).toMatchObject([{ status: 'RECEIVED' }]);
});
