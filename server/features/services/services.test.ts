import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAppointment, getAppointment, listServices } from '../../../shared/contract/appointments.ts';
import { archiveService, changeService, createService } from '../../../shared/contract/services.ts';
import { currencies, type Currency } from '../../../shared/contract/scalars.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let manager: TestBrowser;
let professional: TestBrowser;
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	({ browser: manager } = await signedIn(backend, clinic.clinicId, 'MANAGER'));
	({ browser: professional } = await signedIn(backend, clinic.clinicId));
});
afterAll(() => backend.close());

const fields = () => ({
	...{
		name: 'Group',
		durationMinutes: 80,
		amountMinor: 7_500,
		currency: 'ISK' as const,
		capacity: 8,
		bookable: false,
		payFirst: false,
	},
	officeIds: [clinic.officeId],
});
const book = (serviceId: string, startsAt: string) =>
	professional.call(createAppointment, { body: { client: { id: clinic.clientId }, serviceId, startsAt } });
const listed = async () => (await professional.call(listServices, {})).services;

test('a manager makes a service, and professionals book it', async () => {
	const service = await manager.call(createService, { body: fields() });
	expect(service).toMatchObject(fields());
	expect(await listed()).toContainEqual(service);
	const visit = await book(service.id, '2026-03-03T10:00:00Z');
	expect(visit).toMatchObject({ endsAt: '2026-03-03T11:20:00.000Z', amountMinor: 7_500 });
});

test('its price is in one of the currencies that there are; another is refused, and they are named', async () => {
	for (const currency of currencies)
		expect(await manager.call(createService, { body: { ...fields(), currency } })).toMatchObject({ currency });
	const before = await listed();
	for (const unknown of ['CHF', 'isk', 'XXX', '']) {
		const body = { ...fields(), currency: unknown as Currency };
		const issues = [{ path: 'body.currency', message: expect.stringContaining('"AUD"|"EUR"|"GBP"|"ISK"|"PLN"|"USD"') }];
		const refusal = { code: 'VALIDATION', details: { issues } };
		await expect(manager.call(createService, { body })).rejects.toMatchObject(refusal);
	}
	expect(await listed()).toEqual(before);
});

test('another length and price concern new visits only', async () => {
	const { id: serviceId } = await manager.call(createService, { body: fields() });
	const before = await book(serviceId, '2026-03-03T10:00:00Z');
	const body = { ...fields(), durationMinutes: 60, amountMinor: 9_000, bookable: true };
	expect(await manager.call(changeService, { params: { serviceId }, body })).toEqual({ ...body, id: serviceId });
	const read = await professional.call(getAppointment, { params: { appointmentId: before.id } });
	expect(read).toEqual(before);
	const after = await book(serviceId, '2026-03-03T13:00:00Z');
	expect(after).toMatchObject({ endsAt: '2026-03-03T14:00:00.000Z', amountMinor: 9_000 });
});

test('it is offered where the manager says, at offices of the clinic', async () => {
	const officeId = randomUUID();
	const { clinicId, serviceId } = clinic;
	await backend.db.office.create({ data: { id: officeId, clinicId, name: 'Street', kind: 'PHYSICAL' } });
	await manager.call(changeService, { params: { serviceId }, body: { ...fields(), officeIds: [officeId] } });
	await expect(book(serviceId, '2026-03-03T10:00:00Z')).rejects.toMatchObject({ code: 'NOT_OFFERED' });
	const elsewhere = { ...fields(), officeIds: [(await createClinic(backend.db)).officeId] };
	await expect(manager.call(createService, { body: elsewhere })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	expect(await listed()).toHaveLength(1);
});

test('what was put away is not booked any more; visits keep it', async () => {
	const { serviceId } = clinic;
	const before = await book(serviceId, '2026-03-03T10:00:00Z');
	await manager.call(archiveService, { params: { serviceId } });
	expect(await listed()).toEqual([]);
	await expect(book(serviceId, '2026-03-03T12:00:00Z')).rejects.toMatchObject({ code: 'NOT_OFFERED' });
	expect(await professional.call(getAppointment, { params: { appointmentId: before.id } })).toEqual(before);
	const change = manager.call(changeService, { params: { serviceId }, body: fields() });
	await expect(change).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('professionals do not write it', async () => {
	const params = { serviceId: clinic.serviceId };
	const attempts = [
		() => professional.call(createService, { body: fields() }),
		() => professional.call(changeService, { params, body: fields() }),
		() => professional.call(archiveService, { params }),
	];
	for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('what cannot be is refused', async () => {
	const wrong = [{ capacity: 0 }, { capacity: 31 }, { durationMinutes: 4 }, { officeIds: [] }, { amountMinor: -1 }];
	for (const each of wrong) {
		const attempt = manager.call(createService, { body: { ...fields(), ...each } });
		await expect(attempt).rejects.toMatchObject({ code: 'VALIDATION' });
	}
});
