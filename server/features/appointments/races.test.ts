import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeAppointment, createAppointment, type Appointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let browser: TestBrowser;
let colleague: TestBrowser;
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	({ browser } = await signedIn(backend, clinic.clinicId));
	({ browser: colleague } = await signedIn(backend, clinic.clinicId));
});
afterAll(() => backend.close());

const FIRST = Date.parse('2026-03-03T10:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(FIRST + minutes * MINUTE).toISOString();
/** Somebody else each time, so that the professional's and the rooms' time alone is wanted. */
const newClient = () => ({ name: 'Racer Demo', email: `${randomUUID()}@example.com` });
const wish = (startsAt: string, more: object = {}) => ({
	...{ client: newClient(), serviceId: clinic.serviceId, startsAt, ...more },
});
const book = (by: TestBrowser, startsAt: string, more: object = {}) =>
	by.call(createAppointment, { body: wish(startsAt, more) });

/** Everybody at once. Whoever is refused is told of visits that are really there. */
async function race(racers: readonly (() => Promise<Appointment>)[]) {
	const outcomes = await Promise.allSettled(racers.map((racer) => racer()));
	const winners = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
	const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
	for (const refusal of refusals) {
		expect(refusal).toBeInstanceOf(SamtalError);
		expect(refusal).toMatchObject({ code: 'SLOT_TAKEN' });
		expect(refusal.details.conflicts).not.toEqual([]);
	}
	return { winners, refusals };
}

async function expectNoOverlap() {
	const where = { clinicId: clinic.clinicId, status: 'PLANNED' as const };
	const visits = await backend.db.appointment.findMany({
		where,
		include: { resources: true, attendees: true },
		orderBy: { startsAt: 'asc' },
	});
	const taken = visits.flatMap(({ professionalId, startsAt, endsAt, resources, attendees }) =>
		[professionalId, ...resources.map((each) => each.resourceId), ...attendees.map((each) => each.clientId)].map(
			(whose) => ({ whose, startsAt, endsAt }),
		),
	);
	for (const whose of new Set(taken.map((each) => each.whose))) {
		const own = taken.filter((each) => each.whose === whose);
		for (const [nth, { endsAt }] of own.entries()) {
			const next = own[nth + 1];
			if (next !== undefined) expect(next.startsAt.getTime()).toBeGreaterThanOrEqual(endsAt.getTime());
		}
	}
	// Time and status of all that belongs to a visit are the visit's.
	for (const { startsAt, endsAt, status, resources, attendees } of visits) {
		for (const part of [...resources, ...attendees]) expect(part).toMatchObject({ startsAt, endsAt, status });
	}
	return visits;
}

test('200 on one time, and on times that overlap', async () => {
	const { winners } = await race(
		Array.from({ length: 200 }, (_, nth) => () => book(browser, at(nth < 100 ? 0 : (nth % 10) * 25))),
	);
	expect((await expectNoOverlap()).map(({ id }) => id).toSorted()).toEqual(winners.map(({ id }) => id).toSorted());
	expect(winners.length).toBeGreaterThan(1);
});

test('adjacent times are in nobody’s way', async () => {
	const { winners } = await race(Array.from({ length: 200 }, (_, nth) => () => book(browser, at(nth * 50))));
	expect(winners).toHaveLength(200);
});

test('moves against bookings', async () => {
	const visitsBefore: Appointment[] = [];
	for (let nth = 0; nth < 30; nth += 1) visitsBefore.push(await book(browser, at(10_000 + nth * 50)));
	const moves = visitsBefore.map(({ id: appointmentId, sequence }, nth) => () => {
		const body = { sequence, startsAt: at((nth % 10) * 25) };
		return browser.call(changeAppointment, { params: { appointmentId }, body });
	});
	const bookings = Array.from({ length: 60 }, (_, nth) => () => book(browser, at((nth % 10) * 25)));
	const { winners } = await race([...moves, ...bookings]);
	const visits = await expectNoOverlap();
	const there = new Map(visits.map(({ id, startsAt }) => [id, startsAt.toISOString()]));
	for (const { id, startsAt } of winners) expect(there.get(id)).toBe(startsAt);
	const wasThere = new Set(visitsBefore.map(({ id }) => id));
	expect(visits).toHaveLength(wasThere.size + winners.filter(({ id }) => !wasThere.has(id)).length);
});

test('series against bookings: a series is there as a whole, or not at all', async () => {
	const recurrence = { frequency: 'WEEKLY' as const, interval: 1, end: { count: 5 } };
	const week = 7 * 24 * 60;
	const series = Array.from({ length: 20 }, (_, nth) => () => book(browser, at((nth % 4) * 25), { recurrence }));
	const bookings = Array.from({ length: 80 }, (_, nth) => () => book(browser, at((nth % 5) * week + (nth % 4) * 25)));
	const { winners } = await race([...series, ...bookings]);
	const visits = await expectNoOverlap();
	for (const { seriesId } of winners) {
		if (seriesId !== null) expect(visits.filter((visit) => visit.seriesId === seriesId)).toHaveLength(5);
	}
	const whole = winners.filter(({ seriesId }) => seriesId !== null).length;
	expect(visits).toHaveLength(winners.length + 4 * whole);
});

test('two offices, one professional; one room and one client, two professionals', async () => {
	const officeId = randomUUID();
	const { clinicId, serviceId, clientId } = clinic;
	await backend.db.office.create({ data: { id: officeId, clinicId, name: 'Street', kind: 'PHYSICAL' } });
	await backend.db.serviceOffice.create({ data: { clinicId, serviceId, officeId } });
	const room = { id: randomUUID(), clinicId, name: 'Room 1', kind: 'ROOM' as const };
	await backend.db.resource.create({ data: room });
	await race([
		...Array.from({ length: 40 }, (_, nth) => () => book(browser, at(0), nth % 2 === 0 ? { officeId } : {})),
		...Array.from({ length: 40 }, (_, nth) => () => {
			const own = nth % 2 === 0 ? browser : colleague;
			return book(own, at(100 + (nth % 4) * 25), { resourceIds: [room.id] });
		}),
		...Array.from({ length: 40 }, (_, nth) => () => {
			const own = nth % 2 === 0 ? browser : colleague;
			return book(own, at(300 + (nth % 4) * 25), { client: { id: clientId } });
		}),
	]);
	const visits = await expectNoOverlap();
	expect(visits.filter(({ startsAt }) => startsAt.toISOString() === at(0))).toHaveLength(1);
});

test('moves of two professionals’ visits into each other’s room', async () => {
	const { clinicId } = clinic;
	const rooms = [randomUUID(), randomUUID()];
	await backend.db.resource.createMany({
		data: rooms.map((id, nth) => ({ id, clinicId, name: `Room ${nth}`, kind: 'ROOM' as const })),
	});
	const moves = [];
	for (let nth = 0; nth < 20; nth += 1) {
		const own = nth % 2 === 0 ? browser : colleague;
		const visit = await book(own, at(Math.floor(nth / 2) * 50), { resourceIds: [rooms[nth % 2]] });
		const body = { sequence: visit.sequence, resourceIds: rooms.toReversed() };
		moves.push(() => own.call(changeAppointment, { params: { appointmentId: visit.id }, body }));
	}
	const { winners } = await race(moves);
	expect(winners).toEqual([]);
	await expectNoOverlap();
});
