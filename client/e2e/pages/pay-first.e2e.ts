import { expect, test } from 'vitest';
import { openPage } from '../support/browsers.ts';
import { joinLinkOf } from '../support/call.ts';
import { enterCard } from '../support/card.ts';
import { expectText, openAsManager, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('where a service is paid before, the client pays at the door on a phone, and then waits', async () => {
	const manager = await openAsManager(scene.browser, scene.server, '/settings/services');
	const visit = await scene.workstation.bookVisit('Petra Visitor');
	await press(manager, `Edit: ${visit.service.name}`);
	await manager.locator('[role=dialog] label ::-p-text(Clients pay before they join)').click();
	await press(manager, 'Save');
	await expectText(manager, 'Paid before joining');

	const client = await openPage(scene.browser, joinLinkOf(visit), { width: 390, height: 844 });
	await press(client, 'Continue');
	await client.locator('button[data-devices="all"]').click();
	await client.locator('input[type=checkbox]').click();
	await press(client, 'Enter the waiting room');
	await expectText(client, 'Please pay first');
	await press(client, 'Pay now');
	await client.locator('input[type=email]').fill('petra@example.com');
	await press(client, 'Continue to card');
	await client.waitForSelector('input[autocomplete=cc-number]');
	await enterCard(client, '4242424242424242');
	await expectText(client, 'Payment received');
	await press(client, 'Done');
	await press(client, 'Go to the waiting room');
	await expectText(client, 'has been told that you are here');
	expect((await scene.workstation.readVisit(visit.id)).receivedMinor).toBe(visit.amountMinor);
	// A new page has no memory of the first one; it goes the same way, with nothing left to pay.
	const again = await openPage(scene.browser, joinLinkOf(visit), { width: 390, height: 844 });
	await press(again, 'Continue');
	await again.locator('button[data-devices="all"]').click();
	await press(again, 'Enter the waiting room');
	await expectText(again, 'has been told that you are here');
});
