import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelAppointment, createAppointment, listFreeTimes } from '../../../shared/contract/appointments.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, createMember, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	// Monday. Warsaw's clocks change on Sunday, 29 March.
	backend = await startTestBackend({ startAt: '2026-03-23T08:10:00Z' });
});
afterAll(() => backend.close());

/** A professional in Warsaw who works by video on Mondays from 9 to 11. */
async function createProfessional() {
	const clinic = await createClinic(backend.db);
	const { browser, memberId } = await signedIn(backend, clinic.clinicId);
	await backend.db.member.update({ where: { id: memberId }, data: { timeZone: 'Europe/Warsaw' } });
	const hours = { weekday: 1, startMinute: 9 * 60, endMinute: 11 * 60 };
	await backend.db.workingHours.create({
		data: { ...hours, id: randomUUID(), memberId, officeId: clinic.officeId },
	});
	const free = async (from: string, days: number) => {
		const { serviceId } = clinic;
		return browser.call(listFreeTimes, { query: { serviceId, from, days } });
	};
	return { ...clinic, browser, memberId, free };
}

test('free times keep to the professional’s own clock, across a change of clocks', async () => {
	const { free } = await createProfessional();
	const { timeZone, days } = await free('2026-03-23', 8);
	expect(timeZone).toBe('Europe/Warsaw');
	expect(days.map(({ date }) => date)).toEqual([
		...['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26'],
		...['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'],
	]);
	// It is 9:10 in Warsaw: 9:00 is over. A week later 9:00 there is an hour earlier in UTC.
	expect(days[0]?.startTimes).toEqual(['2026-03-23T08:30:00.000Z', '2026-03-23T09:00:00.000Z']);
	expect(days.slice(1, 7).flatMap(({ startTimes }) => startTimes)).toEqual([]);
	expect(days[7]?.startTimes).toEqual([
		...['2026-03-30T07:00:00.000Z', '2026-03-30T07:30:00.000Z', '2026-03-30T08:00:00.000Z'],
	]);
});

test('what is offered can be booked, and is then not offered any more until it is cancelled', async () => {
	const { browser, free, clientId, serviceId } = await createProfessional();
	const monday = async () => (await free('2026-03-30', 1)).days[0]?.startTimes;
	const [startsAt = ''] = (await monday()) ?? [];
	const visit = await browser.call(createAppointment, { body: { client: { id: clientId }, serviceId, startsAt } });
	expect(await monday()).toEqual(['2026-03-30T08:00:00.000Z']);
	await browser.call(cancelAppointment, { params: { appointmentId: visit.id } });
	expect(await monday()).toContain(startsAt);
});

test('hours at another office are not offered for a video visit', async () => {
	const { browser, clinicId, memberId, serviceId, free } = await createProfessional();
	const office = { id: randomUUID(), clinicId, name: 'Street', kind: 'PHYSICAL' as const };
	await backend.db.office.create({ data: office });
	const hours = { weekday: 2, startMinute: 9 * 60, endMinute: 10 * 60 };
	await backend.db.workingHours.create({ data: { ...hours, id: randomUUID(), memberId, officeId: office.id } });
	expect((await free('2026-03-24', 1)).days).toEqual([{ date: '2026-03-24', startTimes: [] }]);
	const query = { serviceId, officeId: office.id, from: '2026-03-24', days: 1 };
	const { days } = await browser.call(listFreeTimes, { query });
	expect(days).toEqual([{ date: '2026-03-24', startTimes: ['2026-03-24T08:00:00.000Z'] }]);
});

/** Half hours after 8 in Warsaw on that Monday, of which a colleague's visits take the room. */
const monday = Temporal.ZonedDateTime.from('2026-03-30T08:00[Europe/Warsaw]');
const halfHours = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 });

test('with a room, exactly those times are free at which nobody has it', async () => {
	const { browser, free, clinicId, officeId, serviceId } = await createProfessional();
	const room = { id: randomUUID(), clinicId, name: 'Room', kind: 'ROOM' as const };
	await backend.db.resource.create({ data: room });
	const colleague = await createMember(backend.db, clinicId);
	const alone = (await free('2026-03-30', 1)).days.flatMap(({ startTimes }) => startTimes);
	await fc.assert(
		fc.asyncProperty(halfHours, async (taken) => {
			await backend.db.appointment.deleteMany({ where: { professionalId: colleague.id } });
			const visits = taken.map((nth) => {
				const start = monday.add({ minutes: 30 * nth }).epochMilliseconds;
				return { id: randomUUID(), startsAt: new Date(start), endsAt: new Date(start + 30 * 60_000) };
			});
			const price = { amountMinor: 0, currency: 'ISK' as const, createdAt: new Date(0) };
			await backend.db.appointment.createMany({
				data: visits.map((visit) => ({
					...{ ...visit, ...price, clinicId, professionalId: colleague.id, serviceId, officeId },
				})),
			});
			await backend.db.appointmentResource.createMany({
				data: visits.map(({ id: appointmentId, startsAt, endsAt }) => ({
					...{ clinicId, appointmentId, startsAt, endsAt, status: 'PLANNED' as const, resourceId: room.id },
				})),
			});
			const query = { serviceId, from: '2026-03-30', days: 1, resourceIds: room.id };
			const { days } = await browser.call(listFreeTimes, { query });
			const overlaps = (start: number) =>
				visits.some(({ startsAt, endsAt }) => start < endsAt.getTime() && start + 50 * 60_000 > startsAt.getTime());
			expect(days.flatMap(({ startTimes }) => startTimes)).toEqual(
				alone.filter((start) => !overlaps(Date.parse(start))),
			);
		}),
		{ numRuns: 20 },
	);
});
