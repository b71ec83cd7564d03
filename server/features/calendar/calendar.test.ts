import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelAppointment, createAppointment, listAppointments } from '../../../shared/contract/appointments.ts';
import { createBlock } from '../../../shared/contract/blocks.ts';
import { readCalendar } from '../../../shared/contract/calendar.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let browser: TestBrowser;
let colleague: TestBrowser;
let manager: TestBrowser;
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	({ browser } = await signedIn(backend, clinic.clinicId));
	({ browser: colleague } = await signedIn(backend, clinic.clinicId));
	({ browser: manager } = await signedIn(backend, clinic.clinicId, 'MANAGER'));
});
afterAll(() => backend.close());

const day = { from: '2026-03-04T00:00:00Z', to: '2026-03-05T00:00:00Z' };
const book = (by: TestBrowser, startsAt: string, more: object = {}) => {
	const client = { name: 'Jón Demo', email: `${randomUUID()}@example.com` };
	return by.call(createAppointment, { body: { client, serviceId: clinic.serviceId, startsAt, ...more } });
};

test('says of each visit what the visit itself says', async () => {
	const { clinicId, officeId } = clinic;
	const serviceId = randomUUID();
	const group = { id: serviceId, clinicId, name: 'Group', durationMinutes: 60, capacity: 3 };
	await backend.db.service.create({ data: { ...group, amountMinor: 5_000, currency: 'ISK' } });
	await backend.db.serviceOffice.create({ data: { clinicId, serviceId, officeId } });
	const others = ['Bea Demo', 'Carl Demo'].map((name) => ({ name, email: `${randomUUID()}@example.com` }));
	await book(browser, '2026-03-04T09:00:00Z', { serviceId, alsoClients: others });
	const cancelled = await book(browser, '2026-03-04T12:00:00Z');
	await browser.call(cancelAppointment, { params: { appointmentId: cancelled.id }, body: {} });
	const paid = await book(colleague, '2026-03-04T09:30:00Z');
	const of = { clinicId, appointmentId: paid.id, attendeeId: paid.attendees[0]?.id ?? '' };
	const payment = {
		...of,
		requestedById: paid.professional.id,
		currency: 'ISK' as const,
		description: '',
		requestedAt: new Date(0),
	};
	await backend.db.payment.createMany({
		data: [
			{
				id: randomUUID(),
				...payment,
				amountMinor: 1000,
				refundedMinor: 300,
				status: 'RECEIVED',
				receivedAt: new Date(0),
			},
			{ id: randomUUID(), ...payment, amountMinor: 900, status: 'FAILED' },
		],
	});
	const { appointments } = await manager.call(listAppointments, { query: day });
	const { visits, professionals, services, offices } = await manager.call(readCalendar, { query: day });
	expect(visits).toHaveLength(3);
	expect(visits).toEqual(
		appointments.map(({ id, startsAt, endsAt, status, attendees, professional, service, office, ...visit }) => ({
			...{ id, startsAt, endsAt, status, currency: visit.currency, receivedMinor: visit.receivedMinor },
			...{ professionalId: professional.id, serviceId: service.id, officeId: office.id },
			...{ names: attendees.map(({ name }) => name), clients: attendees.length },
			dueMinor: attendees.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
		})),
	);
	expect(visits.map(({ dueMinor, receivedMinor }) => [dueMinor, receivedMinor])).toEqual([
		...[
			[15_000, 0],
			[19_500, 700],
			[0, 0],
		],
	]);
	expect(professionals).toHaveLength(2);
	expect(services).toContainEqual({ id: serviceId, name: 'Group', capacity: 3 });
	expect(offices).toEqual([{ id: officeId, name: 'Video', kind: 'VIDEO' }]);
});

test('names nobody who does not come any more', async () => {
	const visit = await book(browser, '2026-03-04T09:00:00Z');
	await backend.db.attendee.create({
		data: {
			...{ id: randomUUID(), clinicId: clinic.clinicId, appointmentId: visit.id, kind: 'GUEST', name: 'Gone Demo' },
			...{ startsAt: visit.startsAt, endsAt: visit.endsAt, status: 'PLANNED', cancelledAt: new Date(0) },
		},
	});
	const { visits } = await browser.call(readCalendar, { query: day });
	expect(visits).toMatchObject([{ names: ['Jón Demo'], clients: 1 }]);
});

test('has what touches the period: a professional’s own, a manager’s of the clinic, nobody else’s', async () => {
	await book(browser, '2026-03-03T23:30:00Z', { confirm: ['OUTSIDE_HOURS'] });
	await book(browser, '2026-03-04T23:30:00Z', { confirm: ['OUTSIDE_HOURS'] });
	await book(colleague, '2026-03-04T10:00:00Z');
	for (const [startsAt, endsAt] of [
		['2026-03-03T23:10:00Z', '2026-03-04T00:00:00Z'],
		['2026-03-05T00:00:00Z', '2026-03-05T00:50:00Z'],
	] as const) {
		const { id } = await book(colleague, '2026-03-10T10:00:00Z');
		await backend.db.appointment.update({ where: { id }, data: { startsAt, endsAt } });
	}
	const free = { startsAt: '2026-03-02T10:00:00Z', endsAt: '2026-03-20T10:00:00Z', title: 'Holiday' };
	await browser.call(createBlock, { body: free });
	const { browser: stranger } = await signedIn(backend, (await createClinic(backend.db)).clinicId, 'MANAGER');
	const seen = async (by: TestBrowser) => {
		const { visits, blocks } = await by.call(readCalendar, { query: day });
		return [visits.map(({ startsAt }) => startsAt.slice(8, 16)), blocks.map(({ title }) => title)];
	};
	expect(await seen(browser)).toEqual([['03T23:30', '04T23:30'], ['Holiday']]);
	expect(await seen(colleague)).toEqual([['04T10:00'], []]);
	expect(await seen(manager)).toEqual([['03T23:30', '04T10:00', '04T23:30'], ['Holiday']]);
	expect(await seen(stranger)).toEqual([[], []]);
});

test.each([
	['the end before the start', '2026-03-03T00:00:00Z'],
	['more than two months', '2026-05-30T00:00:00Z'],
])('refuses %s', async (_, to) => {
	await expect(browser.call(readCalendar, { query: { from: day.from, to } })).rejects.toMatchObject({
		code: 'VALIDATION',
	});
});
