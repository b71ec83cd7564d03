import { expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { createInvoice, getInvoice, payInvoice, sendInvoice } from '../../../shared/contract/invoices.ts';
import { requestPayment } from '../../../shared/contract/payments.ts';
import { openPage } from '../support/browsers.ts';
import { enterCard } from '../support/card.ts';
import { readOutbox } from '../support/outbox.ts';
import { expectText, openWorkstation, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a request goes by mail, and is paid on a phone from there; the list of payments sends it again', async () => {
	const visit = await scene.workstation.bookVisit('Lena Visitor');
	const [attendee] = visit.attendees;
	const description = `Consultation ${randomUUID().slice(0, 8)}`;
	await scene.workstation.call(requestPayment, {
		params: { appointmentId: visit.id },
		body: { id: randomUUID(), attendeeId: attendee?.id ?? '', amountMinor: 9_900, description, byMail: true },
	});
	const asked = async () => (await readOutbox(scene.server)).filter(({ text }) => text.includes(description));
	const [mail] = await asked();

	const page = await openWorkstation(scene.browser, scene.server, '/payments');
	await page.locator('button[aria-label^="Ways to pay: Lena Visitor"]').click();
	await page.locator('[role=menuitem] ::-p-text(Send by e-mail)').click();
	await expectText(page, 'The link is on its way to Lena Visitor.');
	expect(await asked()).toHaveLength(2);

	const phone = await openPage(scene.browser, /\S+\/pay#\S+/.exec(mail?.text ?? '')?.[0] ?? '', {
		width: 390,
		height: 844,
	});
	await expectText(phone, description);
	await press(phone, 'Pay now');
	await phone.locator('input[type=email]').fill('lena@example.com');
	await press(phone, 'Continue to card');
	await phone.waitForSelector('input[autocomplete=cc-number]');
	await enterCard(phone, '4242424242424242');
	await expectText(phone, 'Payment received');
	await press(phone, 'Done');
	await expectText(phone, 'There is nothing left to pay here.');
	expect((await scene.workstation.readVisit(visit.id)).receivedMinor).toBe(9_900);
});

test('a payer with two tabs pays once, and both of them say so', async () => {
	const visit = await scene.workstation.bookVisit('Tara Visitor');
	const description = `Consultation ${randomUUID().slice(0, 8)}`;
	await scene.workstation.call(requestPayment, {
		params: { appointmentId: visit.id },
		body: {
			...{ id: randomUUID(), attendeeId: visit.attendees[0]?.id ?? '', amountMinor: 7_731, description },
			byMail: true,
		},
	});
	const mail = (await readOutbox(scene.server)).find(({ text }) => text.includes(description));
	const link = /\S+\/pay#\S+/.exec(mail?.text ?? '')?.[0] ?? '';
	const tabs = [await openPage(scene.browser, link), await openPage(scene.browser, link)];
	for (const tab of tabs) {
		await press(tab, 'Pay now');
		await tab.locator('input[type=email]').fill('tara@example.com');
		await press(tab, 'Continue to card');
		await tab.waitForSelector('input[autocomplete=cc-number]');
	}
	await Promise.all(tabs.map((tab) => enterCard(tab, '4242424242424242')));
	for (const tab of tabs) await expectText(tab, 'Payment received');

	const { rows } = await scene.server.database.query<{ status: string; intentId: string }>(
		'SELECT status, "intentId" FROM "Payment" WHERE description = $1',
		[description],
	);
	expect(rows).toEqual([{ status: 'RECEIVED', intentId: expect.stringContaining('pi_') }]);
	const books = await (await fetch(new URL('/dev/stripe', scene.server.url))).text();
	const intents = books.match(/<tr>.*?<\/tr>/gs)?.filter((row) => /7,?731/.test(row)) ?? [];
	expect(intents).toEqual([expect.stringContaining('succeeded')]);
	const payments = await openWorkstation(scene.browser, scene.server, '/payments?search=tara');
	await expectText(payments, 'Received');
	expect((await scene.workstation.readVisit(visit.id)).receivedMinor).toBe(7_731);
});

async function sendNewInvoice(): Promise<{ invoiceId: string; mail: string }> {
	const visit = await scene.workstation.bookVisit('Ida Visitor');
	const clientId = visit.attendees[0]?.clientId ?? '';
	const invoiceId = randomUUID();
	const line = { description: 'Report', quantity: 2, unitMinor: 6_000, vatBasisPoints: 2_400 };
	await scene.workstation.call(createInvoice, { body: { id: invoiceId, clientId, visits: [], lines: [line] } });
	const sent = { params: { invoiceId }, body: { daysToPay: 14 } };
	const { number } = await scene.workstation.call(sendInvoice, sent);
	const mails = await readOutbox(scene.server);
	return { invoiceId, mail: mails.find(({ subject }) => subject.includes(number ?? '?'))?.text ?? '' };
}
const stateOf = async (invoiceId: string) =>
	(await scene.workstation.call(getInvoice, { params: { invoiceId } })).state;

test('an invoice is paid by card with the link in its mail', async () => {
	const { invoiceId, mail } = await sendNewInvoice();
	const page = await openPage(scene.browser, /\S+\/pay#\S+/.exec(mail)?.[0] ?? '');
	await expectText(page, '12,000');
	await press(page, 'Pay now');
	await page.locator('input[type=email]').fill('ida@example.com');
	await press(page, 'Continue to card');
	await page.waitForSelector('input[autocomplete=cc-number]');
	await enterCard(page, '4242424242424242');
	await expectText(page, 'Payment received');
	expect(await stateOf(invoiceId)).toBe('PAID');
});

test('an invoice that is paid by another way cannot be paid by card any more', async () => {
	const { invoiceId, mail } = await sendNewInvoice();
	const page = await openPage(scene.browser, /\S+\/pay#\S+/.exec(mail)?.[0] ?? '');
	await press(page, 'Pay now');
	await page.locator('input[type=email]').fill('ida@example.com');
	await press(page, 'Continue to card');
	await page.waitForSelector('input[autocomplete=cc-number]');
	await scene.workstation.call(payInvoice, { params: { invoiceId }, body: { method: 'TRANSFER' } });
	expect(await stateOf(invoiceId)).toBe('PAID');
	await expectText(page, 'You need not pay.');
	const { rows } = await scene.server.database.query(
		'SELECT method, status FROM "Payment" WHERE "invoiceId" = $1 ORDER BY method',
		[invoiceId],
	);
	expect(rows).toEqual([
		{ method: 'CARD', status: 'CANCELLED' },
		{ method: 'TRANSFER', status: 'RECEIVED' },
	]);
});
