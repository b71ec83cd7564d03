import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { requestPayment } from '../../../shared/contract/payments.ts';
import { expectText, openAsManager, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a manager connects Stripe through its form, and disconnects it when no request is open any more', async () => {
	const page = await openAsManager(scene.browser, scene.server, '/settings/client-payments');
	await expectText(page, 'acct_demo');
	await press(page, 'Change account');
	await press(page, 'Go to Stripe');
	await expectText(page, 'This is not Stripe');
	await press(page, 'Complete, but be restricted');
	await expectText(page, 'Documents, such as proof of identity');
	await press(page, 'Continue at Stripe');
	await press(page, 'Complete everything');
	await expectText(page, 'Clients can pay in the call');
	expect(await page.$eval('main', ({ innerText }) => innerText)).not.toContain('acct_demo');

	const { id: appointmentId, attendees } = await scene.workstation.bookVisit('Vera Visitor');
	const [attendeeId = ''] = attendees.map(({ id }) => id);
	const { id } = await scene.workstation.call(requestPayment, {
		params: { appointmentId },
		body: { id: randomUUID(), attendeeId, amountMinor: 9_500, description: 'Session', byMail: false },
	});
	await press(page, 'Disconnect');
	await press(page, 'Disconnect');
	await expectText(page, '1 request can still be paid');
	await press(page, 'Withdraw all and disconnect');
	await expectText(page, 'Not connected');
	const { rows } = await scene.server.database.query('SELECT "status" FROM "Payment" WHERE "id" = $1', [id]);
	expect(rows).toEqual([{ status: 'CANCELLED' }]);
});

test('a manager gives keys of the clinic’s own, which are never shown again', async () => {
	const page = await openAsManager(scene.browser, scene.server, '/settings/client-payments');
	await expectText(page, 'Stripe account');
	await press(page, 'Use your own keys');
	await page.locator('::-p-aria([name="Publishable key"][role="textbox"])').fill('sk_test_own7');
	await expectText(page, 'This is not such a key');
	await page.locator('::-p-aria([name="Publishable key"][role="textbox"])').fill('pk_test_own7');
	await page.locator('input[type=password]').fill('sk_live_nobody');
	await press(page, 'Use these keys');
	await expectText(page, 'Stripe does not accept these keys');
	// Filling a password again adds to it.
	await page.locator('input[type=password]').click({ count: 3 });
	await page.keyboard.type('sk_test_own7');
	await press(page, 'Use these keys');
	await expectText(page, 'acct_own7');
	await expectText(page, 'ends in own7');
	await expectText(page, 'Clients can pay in the call');
	expect(await page.content()).not.toContain('sk_test');
});

test('an organisation lets one clinic collect for another, and both see what is payable', async () => {
	await scene.server.database.query(
		`INSERT INTO "PaymentAccess" ("id", "clinicId", "requestedById", "requestedAt", "status", "why")
			SELECT gen_random_uuid(), b."id", m."id", now(), 'ASKED', 'Clients pay in the call.'
			FROM "Clinic" b JOIN "Member" m ON m."clinicId" = b."id" WHERE b."name" = 'Samtal Demo Branch'`,
	);
	const page = await openAsManager(scene.browser, scene.server, '/settings/organisation');
	await expectText(page, 'Samtal Demo Branch');
	await press(page, 'Approve');
	await page.locator('[role=dialog] button[aria-haspopup=listbox]').click();
	await page.locator('[role=option] ::-p-text(Samtal Demo Clinic collects for it)').click();
	await expectText(page, 'It pays out what was collected on the first of each month');
	await page.locator('[role=dialog] button[type=submit]').click();
	await expectText(page, 'Samtal Demo Branch can take payments now.');
	await expectText(page, 'Samtal Demo Clinic collects for it');

	await scene.server.database.query(
		`WITH branch AS (SELECT b."id", b."stripeAccountId", m."id" AS "member" FROM "Clinic" b JOIN "Member" m ON m."clinicId" = b."id"
			WHERE b."name" = 'Samtal Demo Branch' LIMIT 1),
		client AS (INSERT INTO "Client" ("id", "clinicId", "name", "locale", "createdAt")
			SELECT gen_random_uuid(), "id", 'Bo Visitor', 'en', now()
			FROM branch RETURNING "id")
		INSERT INTO "Payment" ("id", "clinicId", "clientId", "requestedById", "amountMinor", "currency", "description", "status",
			"intentId", "accountId", "requestedAt", "receivedAt")
		SELECT gen_random_uuid(), b."id", c."id", b."member", 12500, 'ISK', 'Session', 'RECEIVED', 'pi_branch',
			b."stripeAccountId", now() - interval '40 days', now() - interval '40 days' FROM branch b, client c`,
	);
	await page.goto(new URL('/payments/payouts', scene.server.url).href);
	await expectText(page, 'You collect it and pay it to Samtal Demo Branch');
	await expectText(page, '12,500');
	await expectText(page, 'payable on 1');
});
