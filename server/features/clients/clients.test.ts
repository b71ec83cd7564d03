import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAppointment } from '../../../shared/contract/appointments.ts';
import { createClient, getClient, listClients } from '../../../shared/contract/clients.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let browser: TestBrowser;
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	({ browser } = await signedIn(backend, clinic.clinicId));
});
afterAll(() => backend.close());

const find = async (search: string) =>
	(await browser.call(listClients, { query: { search } })).clients.map(({ name }) => name);

test('a client is found by any part of the name, the address or the number, however it is written', async () => {
	const body = { name: 'Þóra 100% Demo', email: 'thora@example.com', phone: '+354 555-02 02' };
	const created = await browser.call(createClient, { body });
	expect(created).toMatchObject({ ...body, locale: 'en', nextVisitAt: null });
	expect(await browser.call(getClient, { params: { clientId: created.id } })).toEqual(created);
	for (const search of ['þóra', 'ÞORA', 'THORA@', '5550202', '555 0202', '100%']) {
		expect([search, await find(search)]).toEqual([search, ['Þóra 100% Demo']]);
	}
	expect(await find('nobody')).toEqual([]);
	expect(await find('_')).toEqual([]);
	expect(await find('')).toEqual(['Jón Demo', 'Þóra 100% Demo']);
});

test('the next visit is the first one that is still planned', async () => {
	const { clientId, serviceId } = clinic;
	for (const startsAt of ['2026-03-05T10:00:00Z', '2026-03-04T10:00:00Z']) {
		await browser.call(createAppointment, { body: { client: { id: clientId }, serviceId, startsAt } });
	}
	const next = async () => (await browser.call(getClient, { params: clinic })).nextVisitAt;
	expect(await next()).toBe('2026-03-04T10:00:00.000Z');
	const first = { clinicId: clinic.clinicId, startsAt: new Date('2026-03-04T10:00:00Z') };
	await backend.db.appointment.updateMany({ where: first, data: { status: 'CANCELLED' } });
	expect(await next()).toBe('2026-03-05T10:00:00.000Z');
});

test.each([
	['body.email', { name: 'A', email: 'nonsense' }],
	['body.name', { name: ' ', email: 'a@example.com' }],
	['body.phone', { name: 'A', email: 'a@example.com', phone: 'call me' }],
])('%s that is wrong is named', async (path, body) => {
	const answer = browser.call(createClient, { body });
	await expect(answer).rejects.toMatchObject({ code: 'VALIDATION', details: { issues: [{ path }] } });
});
