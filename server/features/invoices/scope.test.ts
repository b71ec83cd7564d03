import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppointment } from '../../../shared/contract/appointments.ts';
import * as contract from '../../../shared/contract/invoices.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let stranger: TestBrowser;
const line = { description: 'Report', quantity: 1, unitMinor: 1_000, vatBasisPoints: 0 };
let ids: Record<'invoiceId' | 'clientId' | 'attendeeId' | 'ownClientId', string>;

beforeAll(async () => {
	backend = await startTestBackend();
	const theirs = await createClinic(backend.db);
	const { browser } = await signedIn(backend, theirs.clinicId, 'MANAGER');
	const { clientId, serviceId } = theirs;
	const { attendees } = await browser.call(createAppointment, {
		body: { client: { id: clientId }, serviceId, startsAt: '2026-03-04T10:00:00Z' },
	});
	const body = { id: randomUUID(), clientId, visits: [], lines: [line] };
	const { id: invoiceId } = await browser.call(contract.createInvoice, { body });
	const own = await createClinic(backend.db);
	({ browser: stranger } = await signedIn(backend, own.clinicId, 'MANAGER'));
	ids = { invoiceId, clientId, attendeeId: attendees[0]?.id ?? '', ownClientId: own.clientId };
});
afterAll(() => backend.close());

const createFor = (client: 'clientId' | 'ownClientId') =>
	stranger.send(contract.createInvoice, {
		body: {
			...{ id: randomUUID(), clientId: ids[client], lines: [] },
			visits: [{ attendeeId: ids.attendeeId, vatBasisPoints: 0 }],
		},
	});

test.each([
	['getInvoice', () => stranger.send(contract.getInvoice, { params: ids })],
	['invoicePdf', () => stranger.send(contract.invoicePdf, { params: ids })],
	[
		'changeInvoice',
		() => stranger.send(contract.changeInvoice, { params: ids, body: { version: 0, visits: [], lines: [line] } }),
	],
	['creditNotePdf', () => stranger.send(contract.creditNotePdf, { params: ids })],
	['deleteInvoice', () => stranger.send(contract.deleteInvoice, { params: ids })],
	['sendInvoice', () => stranger.send(contract.sendInvoice, { params: ids, body: { daysToPay: 14 } })],
	['mailInvoice', () => stranger.send(contract.mailInvoice, { params: ids, body: { kind: 'INVOICE', number: 1 } })],
	['payInvoice', () => stranger.send(contract.payInvoice, { params: ids, body: { method: 'CASH' } })],
	['voidInvoice', () => stranger.send(contract.voidInvoice, { params: ids, body: { reason: 'Wrong' } })],
	['createInvoice, client', () => createFor('clientId')],
	['createInvoice, visit', () => createFor('ownClientId')],
])('%s does not know what is another clinic’s', async (_name, run) => {
	expect((await run()).status).toBe(404);
	expect(await backend.db.invoice.findMany()).toMatchObject([{ id: ids.invoiceId, status: 'DRAFT' }]);
});

test('the list holds nothing of another clinic', async () => {
	const { clientId } = ids;
	expect(await stranger.call(contract.listInvoices, { query: { clientId } })).toEqual({ invoices: [], next: null });
});
