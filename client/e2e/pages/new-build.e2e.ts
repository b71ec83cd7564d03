import { expect, test } from 'vitest';
import { expectText, openWorkstation, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a page whose build is gone reloads itself once; where that does not help, it says so', async () => {
	const page = await openWorkstation(scene.browser, scene.server);
	let loads = 0;
	let gone = 1;
	await page.setRequestInterception(true);
	page.on('request', (request) => {
		if (request.isNavigationRequest()) loads += 1;
		const isMissing = /\/(?:ClientsPage|PaymentsPage)-.*\.js$/.test(request.url()) && gone-- > 0;
		void (isMissing ? request.respond({ status: 404, body: 'Not found' }) : request.continue());
	});
	await pressText(page, 'Clients');
	await page.waitForSelector('h1::-p-text(Clients)');
	expect(loads).toBe(1);

	gone = Number.POSITIVE_INFINITY;
	await pressText(page, 'Payments');
	await expectText(page, 'Load again');
	expect(loads).toBe(1);
});
