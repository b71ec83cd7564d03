import { expect, test } from 'vitest';
import { createAppointment } from '../../../shared/contract/appointments.ts';
import { changeInvoice, getInvoice } from '../../../shared/contract/invoices.ts';
import { expectText, openWorkstation, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a draft with its VAT is sent, gets its number, and is paid', async () => {
	const { service, attendees } = await scene.workstation.bookVisit('Ines Invoiced');
	const clientId = attendees[0]?.clientId ?? '';
	await scene.workstation.call(createAppointment, {
		body: {
			...{ client: { id: clientId }, serviceId: service.id, startsAt: '2026-01-04T03:00:00Z', amountMinor: 5_000 },
			confirm: ['OUTSIDE_HOURS', 'PAST'],
		},
	});
	const page = await openWorkstation(scene.browser, scene.server, `/clients/${clientId}?tab=billing`);
	await page.locator('main a::-p-text(New invoice)').click();
	await page.locator('main form li label').click();
	await press(page, 'Add a line');
	await page.locator('::-p-aria([name="Description"][role="textbox"])').fill('Report for the insurer');
	await page.locator('::-p-aria([name="Price with VAT"][role="textbox"])').fill('1240');
	await press(page, 'Save draft');
	await expectText(page, 'Draft invoice');
	await expectText(page, 'Report for the insurer');
	const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
	const draft = await scene.workstation.call(getInvoice, { params: { invoiceId: id } });
	expect(draft.lines).toMatchObject([{ unitMinor: 5_000 }, { description: 'Report for the insurer', quantity: 1 }]);
	expect(draft.totals.grossMinor).toBe(draft.currency === 'ISK' ? 6_240 : 129_000);

	// Changed by somebody else while it is written on: nothing typed is lost, and the next try is on what they left.
	const description = '::-p-aria([name="Description"][role="textbox"])';
	const edit = async (text: string) => {
		await page.locator('main a::-p-text(Edit)').click();
		await page.locator(description).fill(text);
	};
	await edit(', typed');
	const line = { description: 'Letter', quantity: 2, unitMinor: 10_000, vatBasisPoints: 0 };
	const visits = draft.lines.flatMap(({ attendeeId }) =>
		attendeeId === null ? [] : { attendeeId, vatBasisPoints: 0 },
	);
	await scene.workstation.call(changeInvoice, {
		params: { invoiceId: id },
		body: { version: draft.version, visits, lines: [line] },
	});
	await press(page, 'Save draft');
	await expectText(page, 'Somebody else changed this');
	expect(
		await page
			.locator(description)
			.map((field) => 'value' in field && field.value)
			.wait(),
	).toBe('Report for the insurer, typed');
	await page.goto(new URL(`/invoices/${id}`, scene.server.url).href);
	await edit(', long');
	await press(page, 'Save draft');
	await expectText(page, 'Letter, long');
	const changed = await scene.workstation.call(getInvoice, { params: { invoiceId: id } });
	expect(changed.lines).toMatchObject([{ unitMinor: 5_000 }, { ...line, description: 'Letter, long' }]);

	await press(page, 'Send');
	await press(page, 'Send invoice');
	await expectText(page, `Invoice ${new Date().getUTCFullYear()}-`);
	const { number } = await scene.workstation.call(getInvoice, { params: { invoiceId: id } });
	await press(page, 'Send again');
	await press(page, 'Send invoice');
	await page.waitForSelector('[role=dialog]', { hidden: true });
	await expect
		.poll(async () => (await scene.workstation.call(getInvoice, { params: { invoiceId: id } })).mails, {
			timeout: 10_000,
		})
		.toMatchObject([
			{ kind: 'INVOICE', state: 'SENT' },
			{ kind: 'INVOICE', state: 'SENT' },
		]);
	await page.reload();
	await expectText(page, 'E-mails');
	await press(page, 'Record payment');
	await page.locator('[role=dialog] button[type=submit]').click();
	await expectText(page, 'Paid');
	await page.waitForSelector('[role=dialog]', { hidden: true });
	expect(await scene.workstation.call(getInvoice, { params: { invoiceId: id } })).toMatchObject({ state: 'PAID' });
	await page.goto(new URL(`/clients/${clientId}`, scene.server.url).href);
	await expectText(page, `On invoice ${number}`);

	// The list and its states, with those of the demo.
	await page.goto(new URL('/invoices?state=PAID', scene.server.url).href);
	await expectText(page, 'Ines Invoiced');
	await page.goto(new URL('/invoices?state=OVERDUE', scene.server.url).href);
	await page.locator('main li a').click();
	await expectText(page, 'Send a reminder');
});
