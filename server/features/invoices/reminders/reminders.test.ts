import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refresh } from '../../../../shared/contract/session.ts';
import { billingSettings, updateBillingDetails } from '../../../../shared/contract/clinic.ts';
import * as contract from '../../../../shared/contract/invoices.ts';
import { startTestBackend, type TestBackend } from '../../../testing/backend.ts';
import { createClinic, signedIn } from '../../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

const dayMs = 86_400_000;

/** A clinic that reminds after 7 days, at most twice, with a manager's browser. */
async function scene() {
	const { clinicId, clientId } = await createClinic(backend.db);
	const { browser } = await signedIn(backend, clinicId, 'MANAGER');
	const remind = (reminders: { afterDays: number; times: number } | null) =>
		browser.call(updateBillingDetails, { body: billingSettings.parse({ reminders }) });
	await remind({ afterDays: 7, times: 2 });
	/** One that is due at once. */
	const send = async () => {
		const lines = [{ description: 'Report', quantity: 1, unitMinor: 1_000, vatBasisPoints: 0 }];
		const { id } = await browser.call(contract.createInvoice, {
			body: { id: randomUUID(), clientId, visits: [], lines },
		});
		await browser.call(contract.sendInvoice, { params: { invoiceId: id }, body: { daysToPay: 0 } });
		return id;
	};
	const pass = async (days: number) => {
		backend.clock.pass(days * dayMs);
		await backend.sweepInvoices();
		await browser.call(refresh, {});
	};
	const mails = async (invoiceId: string) =>
		(await browser.call(contract.getInvoice, { params: { invoiceId } })).mails.map(({ kind }) => kind);
	return { clinicId, clientId, browser, remind, send, pass, mails };
}

test('an overdue invoice is reminded of every so many days, so many times, each once', async () => {
	const { send, pass, mails, clinicId } = await scene();
	const id = await send();
	await pass(6);
	expect(await mails(id)).toEqual(['INVOICE']);
	backend.clock.pass(dayMs);
	await Promise.all([backend.sweepInvoices(), backend.sweepInvoices(), backend.sweepInvoices()]);
	await pass(0);
	expect(await mails(id)).toEqual(['INVOICE', 'REMINDER']);
	await pass(6);
	expect(await mails(id)).toEqual(['INVOICE', 'REMINDER']);
	await pass(1);
	await pass(20);
	expect(await mails(id)).toEqual(['INVOICE', 'REMINDER', 'REMINDER']);
	const written = await backend.db.message.findMany({ where: { clinicId, subject: { startsWith: 'Áminning' } } });
	expect(written).toHaveLength(2);
	expect(written[0]).toMatchObject({ to: 'jon@example.com', attachments: [{ invoiceId: id }] });
});

test('what is paid, void, without an address, or of a clinic that does not remind, is not reminded of', async () => {
	const { browser, clientId, remind, send, pass, mails } = await scene();
	const [paid, gone, open] = [await send(), await send(), await send()];
	await browser.call(contract.payInvoice, { params: { invoiceId: paid }, body: { method: 'CASH' } });
	await browser.call(contract.voidInvoice, { params: { invoiceId: gone }, body: { reason: 'Wrong' } });
	await remind(null);
	await pass(20);
	expect(await mails(open)).toEqual(['INVOICE']);
	await remind({ afterDays: 1, times: 1 });
	const { email } = await backend.db.client.findUniqueOrThrow({ where: { id: clientId } });
	await backend.db.client.update({ where: { id: clientId }, data: { email: null } });
	await pass(0);
	expect(await mails(open)).toEqual(['INVOICE']);
	await backend.db.client.update({ where: { id: clientId }, data: { email } });
	await pass(0);
	expect([await mails(paid), await mails(gone), await mails(open)]).toEqual([
		['INVOICE'],
		['INVOICE'],
		['INVOICE', 'REMINDER'],
	]);
});

test('one by hand counts, nobody is reminded at night, and a reminder that waits is withdrawn with the payment', async () => {
	const { browser, send, pass, mails } = await scene();
	const id = await send();
	const params = { invoiceId: id };
	await pass(5);
	await browser.call(contract.mailInvoice, { params, body: { kind: 'REMINDER', number: 2 } });
	await pass(6);
	expect(await mails(id)).toEqual(['INVOICE', 'REMINDER']);
	// From eight in the morning to half past eleven at night.
	await pass(15.5 / 24);
	await pass(1);
	expect(await mails(id)).toEqual(['INVOICE', 'REMINDER']);
	await pass(8.5 / 24);
	expect(await mails(id)).toEqual(['INVOICE', 'REMINDER', 'REMINDER']);
	const states = async () => (await browser.call(contract.getInvoice, { params })).mails.map(({ state }) => state);
	await expect.poll(states, { timeout: 10_000 }).toEqual(['SENT', 'SENT', 'SENT']);
	await backend.db.message.updateMany({ where: { invoiceMail: { invoiceId: id } }, data: { status: 'QUEUED' } });
	await browser.call(contract.payInvoice, { params, body: { method: 'CASH' } });
	await pass(0);
	expect(await states()).toEqual(['QUEUED', 'WITHDRAWN', 'WITHDRAWN']);
});
