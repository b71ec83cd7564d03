import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { listCallQuality } from '../../shared/contract/quality.ts';
import { joinLinkOf } from './support/call.ts';
import { expectMediaFlowing } from './support/media.ts';
import { admit, enterAsHost, expectText, press, waitAtDoor } from './support/people.ts';
import { setScene } from './support/scene.ts';

const scene = setScene();

test('a network that loses packets is shown, with what helps, and it is over when it is over', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const host = await enterAsHost(scene.browser, scene.server, visit.id);
	const client = await waitAtDoor(scene.browser, joinLinkOf(visit), 'Vera Visitor');
	const lose = await takeNetwork(client);
	await admit(host, 'Vera Visitor', client);
	await expectMediaFlowing(client);

	await lose(25);
	await client.waitForSelector('figure:not([data-self]) [data-quality=poor]');
	await press(client, 'Direct Connection: Poor');
	await expectText(client, 'The connection is weak, here or where Anna Demo is. Move closer to the Wi-Fi');
	await client.keyboard.press('Escape');

	await lose(0);
	await client.waitForSelector('figure:not([data-self]) [data-quality]', { hidden: true });
	await press(client, 'Direct');
	await expectText(client, 'Figures for support');
	await client.waitForSelector('[data-srtp-cipher]');
	await client.keyboard.press('Escape');

	// What was measured is stored with the visit, and told in its sheet.
	await press(client, 'Leave');
	await expectText(client, 'would be left alone in the call');
	await press(client, 'Leave');
	const stored = async () => {
		const { people } = await scene.workstation.call(listCallQuality, { params: { appointmentId: visit.id } });
		return people.find(({ name }) => name === 'Vera Visitor')?.summary;
	};
	await expect.poll(stored).toMatchObject({ connection: 'direct' });
	const summary = await stored();
	expect(summary?.poorSeconds).toBeGreaterThan(0);
	expect(summary?.causes.network).toBeGreaterThan(0);
	expect(summary?.lostPerMille).toBeGreaterThan(10);
});

/** Stands between a page and its network, from before its connections are made. Answers how to lose so many percent. */
async function takeNetwork(page: Page): Promise<(percent: number) => Promise<void>> {
	const devtools = await page.createCDPSession();
	const lose = (packetLoss: number) =>
		devtools.send('Network.emulateNetworkConditionsByRule', {
			matchedNetworkConditions: [
				{ urlPattern: '', latency: 0, downloadThroughput: -1, uploadThroughput: -1, packetLoss },
			],
		});
	await devtools.send('Network.enable');
	// Chromium looks at it only where there was something to do when the connection was made.
	await lose(1);
	return async (percent) => void (await lose(percent));
}
