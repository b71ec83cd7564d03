import { expect, test } from 'vitest';
import { expectText, openAsManager, valueOf } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a manager finds another time zone by its name, and gives the clinic another currency; both are kept', async () => {
	const page = await openAsManager(scene.browser, scene.server, '/settings');
	// What comes later above the field would move it away from its open list.
	await expectText(page, 'Save booking page');
	const zone = '::-p-aria([name="Time zone of the clinic"][role="combobox"])';
	await page.locator(zone).click({ count: 3 });
	await page.keyboard.type('new york');
	await page.locator('[role=option] ::-p-text(America/New York)').click();
	await page.locator('button[aria-haspopup=listbox] ::-p-text(ISK)').click();
	await page.locator('[role=option] ::-p-text(PLN)').click();
	await page.waitForSelector('button[aria-haspopup=listbox] ::-p-text(PLN)');
	await page.reload();
	await expectText(page, 'PLN');
	expect(await page.$eval(zone, valueOf)).toBe('America/New York');
	await page.locator(zone).click({ count: 3 });
	await page.keyboard.type('nowhere');
	await page.keyboard.press('Tab');
	expect(await page.$eval(zone, valueOf)).toBe('America/New York');
	const own = '::-p-aria([name="Time zone"][role="combobox"])';
	await page.locator(own).click({ count: 3 });
	await page.keyboard.type('warsaw');
	await page.locator('[role=option] ::-p-text(Europe/Warsaw)').click();
	await expectText(page, 'Samtal Demo Clinic · Europe/Warsaw');
});
