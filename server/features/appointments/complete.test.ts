import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	cancelAppointment,
	completeAppointment,
	createAppointment,
	getAppointment,
} from '../../../shared/contract/appointments.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

const soonMs = 300_000;

/** A visit that begins in five minutes. */
async function bookVisit() {
	const { clinicId, clientId, serviceId } = await createClinic(backend.db);
	const { browser } = await signedIn(backend, clinicId);
	const startsAt = new Date(backend.clock.now().getTime() + soonMs).toISOString();
	const { id } = await browser.call(createAppointment, { body: { client: { id: clientId }, serviceId, startsAt } });
	const params = { appointmentId: id };
	const complete = () => browser.call(completeAppointment, { params });
	const status = async () => (await browser.call(getAppointment, { params })).status;
	return { id, params, browser, complete, status };
}

test('a visit whose call runs is done when its professional says so, and stays so', async () => {
	const { id, complete, status } = await bookVisit();
	await backend.db.appointment.update({ where: { id }, data: { status: 'IN_PROGRESS' } });
	expect((await complete()).status).toBe('DONE');
	await complete();
	expect(await status()).toBe('DONE');
});

test('a visit without a call is done once it has begun, and not before', async () => {
	const { complete, status } = await bookVisit();
	await expect(complete()).rejects.toMatchObject({ code: 'WRONG_STATE' });
	expect(await status()).toBe('PLANNED');
	backend.clock.pass(soonMs);
	expect((await complete()).status).toBe('DONE');
});

test('a visit that was cancelled did not take place', async () => {
	const { params, browser, complete, status } = await bookVisit();
	await browser.call(cancelAppointment, { params, body: {} });
	backend.clock.pass(soonMs);
	await expect(complete()).rejects.toMatchObject({ code: 'WRONG_STATE' });
	expect(await status()).toBe('CANCELLED');
});
