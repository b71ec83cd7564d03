import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createInvoice, getInvoice } from '../../../shared/contract/invoices.ts';
import { expectText, openWorkstation, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a draft with its VAT is sent, gets its number, and is paid', async () => {
	const { attendees } = await scene.workstation.bookVisit('Ines Invoiced');
	const [attendee] = attendees;
	const line = { description: 'Report for the insurer', quantity: 2, unitMinor: 1_240, vatBasisPoints: 2_400 };
	const { id } = await scene.workstation.call(createInvoice, {
		body: {
			...{ id: randomUUID(), clientId: attendee?.clientId ?? '', lines: [line] },
			visits: [{ attendeeId: attendee?.id ?? '', vatBasisPoints: 0 }],
		},
	});
	const page = await openWorkstation(scene.browser, scene.server, '/invoices?state=DRAFT');
	await page.locator('main a::-p-text(Ines Invoiced)').click();
	await expectText(page, 'VAT 24%');
	await expectText(page, 'Report for the insurer');
	await press(page, 'Send');
	await press(page, 'Send invoice');
	await expectText(page, `Invoice ${new Date().getUTCFullYear()}-0001`);
	await press(page, 'Record payment');
	await page.locator('[role=dialog] button[type=submit]').click();
	await expectText(page, 'Paid');
	await page.waitForSelector('[role=dialog]', { hidden: true });
	expect(await scene.workstation.call(getInvoice, { params: { invoiceId: id } })).toMatchObject({ state: 'PAID' });
});
