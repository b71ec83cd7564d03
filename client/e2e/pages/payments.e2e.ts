import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recordPayment, requestPayment } from '../../../shared/contract/payments.ts';
import { expectText, openAsManager, openWorkstation, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'samtal-download-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a client pays for a visit of their own, by cash unless it is said. */
async function pay(name: string, way: object = { method: 'CASH' }): Promise<string> {
	const { id: appointmentId, attendees } = await scene.workstation.bookVisit(name);
	const { id } = await scene.workstation.call(recordPayment, {
		params: { appointmentId },
		body: {
			...{ id: randomUUID(), attendeeId: attendees[0]?.id ?? '', amountMinor: 5_000, description: 'Session' },
			...{ receiptEmail: null, method: 'CASH', ...way },
		},
	});
	return id;
}

test('payments are filtered, a dispute is shown, a receipt is saved, and a way of paying has the clinic’s name', async () => {
	const disputed = await pay('Dora Disputed');
	await pay('Rut Received', { method: 'TRANSFER' });
	await scene.server.database.query(
		`INSERT INTO "Dispute" ("id", "clinicId", "paymentId", "providerId", "amountMinor", "reason", "status", "dueBy", "openedAt", "lastEventAt")
		SELECT $1, "clinicId", "id", 'dp_1', 5000, 'fraudulent', 'NEEDS_RESPONSE', now() + interval '10 days', now(), now()
		FROM "Payment" WHERE "id" = $2`,
		[randomUUID(), disputed],
	);
	const page = await openAsManager(scene.browser, scene.server, '/payments?state=disputed');
	await expectText(page, '1 of 1 payments');
	await expectText(page, 'at Stripe · payment not recognised');
	await press(page, 'Reset filters');
	await page.locator('input[type=search]').fill('rut');
	await expectText(page, '1 of 1 payments');
	expect(new URL(page.url()).search).toBe('?search=rut');
	const main = await page.$eval('main', ({ innerText }) => innerText);
	expect(main).toContain('Bank transfer');
	expect(main).not.toContain('Dora');

	const session = await page.createCDPSession();
	const browserContextId = page.browserContext().id;
	await session.send('Browser.setDownloadBehavior', {
		...{ behavior: 'allow', downloadPath: folder },
		...(browserContextId !== undefined && { browserContextId }),
	});
	await page.locator('main li button').click();
	await page.locator('[role=menuitem]::-p-text(Receipt as PDF)').click();
	await vi.waitUntil(async () => (await readdir(folder)).some((file) => file.endsWith('.pdf')), 10_000);

	await page.goto(new URL('/settings/client-payments', scene.server.url).href);
	await page.locator('::-p-aria([name="Name"][role="textbox"])').fill('Voucher');
	await press(page, 'Add');
	await page.waitForSelector('aria/Put away “Voucher”[role="button"]');
	const { rows } = await scene.server.database.query<{ id: string }>('SELECT "id" FROM "PaymentKind"');
	await pay('Vera Voucher', { method: 'OTHER', kindId: rows[0]?.id });
	await page.goto(new URL('/payments?search=vera', scene.server.url).href);
	await expectText(page, 'Voucher');
});

test('whoever records by hand what can still be paid by card is told, and settles that in its place', async () => {
	const { id: appointmentId, attendees } = await scene.workstation.bookVisit('Tilda Twice');
	await scene.workstation.call(requestPayment, {
		params: { appointmentId },
		body: {
			...{ id: randomUUID(), attendeeId: attendees[0]?.id ?? '', amountMinor: 5_000, description: 'Session' },
			byMail: false,
		},
	});
	const page = await openWorkstation(scene.browser, scene.server, '/activities?period=all&search=tilda');
	await pressText(page, 'Tilda Twice');
	await expectText(page, 'Asked for');
	await press(page, 'Record a payment');
	await expectText(page, 'can still pay it by card');
	await press(page, 'Paid another way…');
	await expectText(page, 'so that it cannot be paid twice');
	await press(page, 'Record');
	await expectText(page, 'recorded as received.');
	await page.waitForFunction(() => !document.body.innerText.includes('Asked for'));
	const { rows } = await scene.server.database.query(
		'SELECT "method", "status", "amountMinor" FROM "Payment" WHERE "appointmentId" = $1 ORDER BY "method"',
		[appointmentId],
	);
	expect(rows).toEqual([
		{ method: 'CARD', status: 'CANCELLED', amountMinor: 5_000 },
		{ method: 'TERMINAL', status: 'RECEIVED', amountMinor: 5_000 },
	]);
});
