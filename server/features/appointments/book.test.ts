import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppointment, getAppointment } from '../../../shared/contract/appointments.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

const startsAt = '2026-03-03T10:00:00Z';

test('a booked visit has the price, the length and the office of the catalogue', async () => {
	const clinic = await createClinic(backend.db);
	const { browser, memberId } = await signedIn(backend, clinic.clinicId);
	const { serviceId, clientId } = clinic;
	const booked = await browser.call(createAppointment, { body: { client: { id: clientId }, serviceId, startsAt } });
	expect(booked).toMatchObject({
		startsAt: '2026-03-03T10:00:00.000Z',
		endsAt: '2026-03-03T10:50:00.000Z',
		status: 'PLANNED',
		amountMinor: 19_500,
		office: { id: clinic.officeId, kind: 'VIDEO' },
		professional: { id: memberId },
	});
	expect(await browser.call(getAppointment, { params: { appointmentId: booked.id } })).toEqual(booked);
});
