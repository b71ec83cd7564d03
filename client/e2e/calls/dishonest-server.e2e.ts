import { expect, test } from 'vitest';
import { joinLinkOf } from '../support/call.ts';
import { Mallory } from '../support/Mallory.ts';
import { admit, enterAsHost, expectText, press, waitAtDoor } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a server that puts somebody between two devices is caught, and both people are told', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const host = await enterAsHost(scene.browser, scene.server, visit.id);
	const client = await waitAtDoor(scene.browser, joinLinkOf(visit), 'Vera Visitor');
	const mallory = await Mallory.between(scene.browser, scene.server.health, [host, client]);
	await admit(host, 'Vera Visitor', client);

	// Both devices talk to her and send her their media, and nobody else.
	await expect.poll(async () => Math.min(...(await mallory.packets())), { timeout: 20_000 }).toBeGreaterThan(50);
	for (const page of [host, client]) {
		await page.waitForSelector('[data-encryption=broken]');
		await page.waitForFunction(() =>
			[...document.querySelectorAll('[aria-live]')].some((region) =>
				region.textContent?.includes('Somebody stands between'),
			),
		);
		await press(page, 'Not secured');
		await expectText(page, 'Somebody stands between your two devices');
	}
});
