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
