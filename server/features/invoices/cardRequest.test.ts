import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '../../../shared/contract/invoices.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

/** A sent invoice of a clinic that takes cards, or does not. */
async function sendOne({ takesCards, unitMinor = 1_000 }: { takesCards: boolean; unitMinor?: number }) {
	const { clinicId, clientId } = await createClinic(backend.db);
	const { browser } = await signedIn(backend, clinicId, 'MANAGER');
	const account = { paymentsEnabled: takesCards, stripeAccountId: `acct_${clinicId}` };
	await backend.db.clinic.update({ where: { id: clinicId }, data: account });
	const invoiceId = randomUUID();
	const line = { description: 'Report', quantity: 2, unitMinor, vatBasisPoints: 2400 };
	await browser.call(contract.createInvoice, { body: { id: invoiceId, clientId, visits: [], lines: [line] } });
	const params = { invoiceId };
	await browser.call(contract.sendInvoice, { params, body: { daysToPay: 14 } });
	const requests = () => backend.db.payment.findMany({ where: { invoiceId }, orderBy: { requestedAt: 'asc' } });
	const links = async () => {
		const mails = await backend.db.message.findMany({ where: { clinicId }, orderBy: { createdAt: 'asc' } });
		return mails.map(({ text }) => text.match(/\/pay#/g)?.length ?? 0);
	};
	return { browser, params, requests, links };
}

test('what is sent can be paid by card, also by a mail that is sent again, with one request', async () => {
	const { browser, params, requests, links } = await sendOne({ takesCards: true });
	const open = { status: 'REQUESTED', method: 'CARD', amountMinor: 2_000, description: '2026-0001' };
	expect(await requests()).toMatchObject([open]);
	backend.clock.pass(1_000);
	await browser.call(contract.mailInvoice, { params, body: { kind: 'INVOICE', number: 2 } });
	expect(await requests()).toMatchObject([open]);

	// Somebody took it back: the next mail asks anew.
	await backend.db.payment.updateMany({ where: { invoiceId: params.invoiceId }, data: { status: 'CANCELLED' } });
	backend.clock.pass(1_000);
	await browser.call(contract.mailInvoice, { params, body: { kind: 'INVOICE', number: 3 } });
	expect(await requests()).toMatchObject([{ status: 'CANCELLED' }, open]);
	expect(await links()).toEqual([1, 1, 1]);
});

test('a way to pay that there is not takes no request back; what is paid or void asks for nothing', async () => {
	const { browser, params, requests } = await sendOne({ takesCards: true });
	const unknown = { params, body: { method: 'OTHER', kindId: randomUUID() } } as const;
	await expect(browser.call(contract.payInvoice, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
	expect(await requests()).toMatchObject([{ status: 'REQUESTED' }]);
	await browser.call(contract.payInvoice, { params, body: { method: 'CASH' } });
	expect(await requests()).toMatchObject([{ status: 'CANCELLED' }, { status: 'RECEIVED', method: 'CASH' }]);
	const other = await sendOne({ takesCards: true });
	await other.browser.call(contract.voidInvoice, { params: other.params, body: { reason: 'Wrong client' } });
	expect(await other.requests()).toMatchObject([{ status: 'CANCELLED' }]);
});

test('what no card can pay is sent without a link', async () => {
	const { requests, links } = await sendOne({ takesCards: true, unitMinor: 500_000 });
	expect([await requests(), await links()]).toEqual([[], [0]]);
});

test('a clinic that takes no cards asks for none', async () => {
	const { requests, links } = await sendOne({ takesCards: false });
	expect([await requests(), await links()]).toEqual([[], [0]]);
});
