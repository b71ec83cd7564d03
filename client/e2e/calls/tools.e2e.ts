import { beforeAll, expect, test } from 'vitest';
import { enterCard } from '../support/card.ts';
import { startCall, type Call } from '../support/call.ts';
import { expectText, openWorkstation, press, pressText } from '../support/people.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { readOutbox } from '../support/outbox.ts';
import { setScene } from '../support/scene.ts';
import { coveredControls } from '../support/toasts.ts';

const scene = setScene({ keepPages: true });
let call: Call;

beforeAll(async () => {
	call = await startCall(scene, 'Vera Visitor');
	await press(call.host, 'Tools');
});

const row = async (sql: string): Promise<unknown> => (await scene.server.database.query(sql, [call.visit.id])).rows;

test('a payment goes from the request through a declined card to the receipt, seen from both sides', async () => {
	const { host, client } = call;
	await pressText(host, 'Request payment');
	await pressText(host, 'Ask for');
	await expectText(host, 'Requested');

	await expectText(client, 'Anna Demo asks for');
	await press(client, 'Pay now');
	await client.locator('input[type=email]').fill('vera@example.com');
	await press(client, 'Continue to card');
	await client.waitForSelector('input[autocomplete=cc-number]');
	await expectText(host, 'Being paid');
	await enterCard(client, '4000000000000002');
	await expectText(client, 'The bank declined the card.');
	await expectText(host, 'Declined');

	await enterCard(client, '4242424242424242');
	await expectText(client, 'Payment received');
	await expectText(host, 'Received');
	for (const width of [390, 1280] as const) expect(await coveredControls(host, width)).toEqual([]);
	expect(
		await row('SELECT status, "cardLast4", "receiptEmail", "amountMinor" FROM "Payment" WHERE "appointmentId" = $1'),
	).toEqual([
		{
			status: 'RECEIVED',
			cardLast4: '4242',
			receiptEmail: 'vera@example.com',
			amountMinor: call.visit.amountMinor,
		},
	]);
	await expect.poll(() => readOutbox(scene.server, 'vera@example.com'), { timeout: 10_000 }).toHaveLength(1);
	expect((await scene.workstation.readVisit(call.visit.id)).receivedMinor).toBe(call.visit.amountMinor);
	await press(client, 'Done');
});

test('a request that is withdrawn disappears from the client, who is told', async () => {
	const { host, client } = call;
	await press(host, 'New request');
	await pressText(host, 'Ask for');
	await expectText(client, 'Anna Demo asks for');
	await press(host, 'Withdraw request');
	await expectText(client, 'You need not pay');
	await client.setViewport({ width: 390, height: 844 });
	const gap = () =>
		client.evaluate(() => {
			const [card] = document.querySelectorAll('main section[aria-labelledby]');
			const [self] = document.querySelectorAll('main button[aria-label^="You"]');
			return card && self && card.getBoundingClientRect().top - self.getBoundingClientRect().bottom;
		});
	await expect.poll(gap).toBeGreaterThanOrEqual(0);
	expect(
		await row('SELECT status FROM "Payment" WHERE "appointmentId" = $1 ORDER BY "requestedAt" DESC LIMIT 1'),
	).toEqual([{ status: 'CANCELLED' }]);
});

test('the next session is booked from the call, and the client sees it and gets a mail', async () => {
	const { host, client, visit } = call;
	await press(host, 'All tools');
	await pressText(host, 'Book next session');
	await host.locator('section[aria-label] button[aria-label]').click();
	await press(host, 'Book this visit');
	await expectText(host, 'Booked');
	await expectText(client, 'Next visit:');
	expect(
		await row(
			`SELECT count(*)::int FROM "Attendee" a JOIN "Attendee" b USING ("clientId")
			 WHERE a."appointmentId" = $1 AND b."appointmentId" <> $1`,
		),
	).toEqual([{ count: 1 }]);
	const { rows } = await scene.server.database.query<{ email: string }>('SELECT email FROM "Client" WHERE id = $1', [
		visit.attendees[0]?.clientId,
	]);
	await expect.poll(() => readOutbox(scene.server, rows[0]?.email ?? ''), { timeout: 10_000 }).toHaveLength(2);
});

test('a note is saved while it is written, stays private, and reaches the client when it is shared', async () => {
	const { host, client } = call;
	await press(host, 'All tools');
	await pressText(host, 'Notes');
	await host.locator('[contenteditable=true]').click();
	await host.keyboard.type('Slept well, walks every day.');
	await expectText(host, 'Saved just now');
	const note =
		'SELECT document::text LIKE $2 AS written, "sharedAt" IS NOT NULL AS shared FROM "Note" WHERE "appointmentId" = $1';
	const read = async () =>
		(await scene.server.database.query(note, [call.visit.id, '%Slept well, walks every day.%'])).rows;
	expect(await read()).toEqual([{ written: true, shared: false }]);

	await host.locator('label ::-p-text(Share with client)').click();
	await expect.poll(read).toEqual([{ written: true, shared: true }]);
	await press(client, 'Tools');
	await pressText(client, 'Notes');
	await expectText(client, 'Slept well, walks every day.');
});

test('a part of the money that is sent back is seen by both, and counts no more', async () => {
	const { host, client, visit } = call;
	const payments = await openWorkstation(scene.browser, scene.server, '/payments');
	await payments.locator('button[aria-label^="Actions for"]').click();
	await payments.locator('[role=menuitem]::-p-text(Refund…)').click();
	await payments.locator('aria/Amount to send back').click({ count: 3 });
	await payments.keyboard.type('2000');
	await payments.locator('[role=dialog] button[type=submit]').click();
	await expectText(payments, 'Partly refunded');
	await press(client, 'All tools');
	await pressText(client, 'Payments');
	await expectText(client, '2,000 refunded');
	await press(host, 'All tools');
	await pressText(host, 'Request payment');
	await expectText(host, '2,000 refunded');
	const { receivedMinor } = await scene.workstation.readVisit(visit.id);
	expect(receivedMinor).toBe(visit.amountMinor - 2000);
});

test('where the card form cannot be loaded, the payer pays on a page of its own and stays in the call', async () => {
	const { host, client, visit } = call;
	await client.setCacheEnabled(false);
	await client.setRequestInterception(true);
	client.on('request', (request) => {
		const isForm = /\/SandboxCardForm-.*\.js$/.test(request.url());
		void (isForm ? request.abort() : request.continue());
	});
	await client.reload();
	await client.waitForSelector('[data-encryption=on]');
	await press(host, 'New request');
	await pressText(host, 'Ask for');
	await press(client, 'Pay now');
	await client.locator('input[type=email]').fill('vera@example.com');
	await press(client, 'Continue to card');
	await expectText(client, 'The card form cannot be loaded here');
	await press(client, 'Pay in a new tab');
	const tab = await client.browserContext().waitForTarget((target) => target.url().includes('/checkout/'));
	const page = await tab.page();
	if (!page) throw new Error('The page is not there');
	await expectText(client, 'Waiting for the payment in the other tab');
	await expectText(host, 'Being paid');
	const card = { number: '4242 4242 4242 4242', exp_month: '12', exp_year: '2034', cvc: '123' };
	for (const [name, value] of Object.entries(card)) await page.locator(`input[name=${name}]`).fill(value);
	await page.locator('form button').click();
	await expectText(page, 'Thank you');

	await expectText(client, 'Payment received');
	await expectText(host, 'Received');
	await expectMediaFlowing(client);
	const { rows } = await scene.server.database.query(
		'SELECT status, hosted FROM "Payment" WHERE "appointmentId" = $1 ORDER BY "requestedAt" DESC LIMIT 1',
		[visit.id],
	);
	expect(rows).toEqual([{ status: 'RECEIVED', hosted: true }]);
});
