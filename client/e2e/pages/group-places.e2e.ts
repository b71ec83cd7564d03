import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { openPage } from '../support/browsers.ts';
import { readOutbox } from '../support/outbox.ts';
import { expectText, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

/** Somebody in Warsaw chooses the first date of the group on a phone, and says who they are. */
async function choosePlace(name: string, email: string): Promise<Page> {
	const page = await openPage(scene.browser, 'about:blank', { width: 390, height: 844 });
	await page.emulateTimezone('Europe/Warsaw');
	await page.goto(new URL('/book/marek-demo', scene.server.url).href);
	await page.locator('label ::-p-text(Group session)').click();
	await expectText(page, '1 place left');
	await press(page, 'Choose');
	await page.locator('input[autocomplete=name]').fill(name);
	await page.locator('input[type=email]').fill(email);
	await page.locator('input[type=tel]').fill('+48 555 010 199');
	await page.locator('input[type=checkbox]').click();
	return page;
}

/** The link to `path` in the newest mail to this address. */
async function linkTo(email: string, path: string): Promise<string> {
	const [mail] = await readOutbox(scene.server, email);
	return mail?.text.split(/\s/).find((word) => word.includes(path)) ?? '';
}

test('one has the last place, the next waits with what was filled in, and moves up when the first cancels by mail', async () => {
	await scene.server.database.query(`UPDATE "Service" SET "capacity" = 6 WHERE "name" = 'Group session'`);
	const [first, next] = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
	const [one, other] = [await choosePlace('Wanda Demo', first), await choosePlace('Ola Demo', next)];
	await press(one, 'Book this place');
	await expectText(one, 'Your visit is booked');

	await press(other, 'Book this place');
	await expectText(other, 'The last place has just been taken');
	expect(await other.$eval('input[autocomplete=name]', (input) => (input as HTMLInputElement).value)).toBe('Ola Demo');
	await press(other, 'Join the waiting list');
	await expectText(other, 'You are on the waiting list');
	const waiting = await linkTo(next, '/my?waiting#');
	const place = await openPage(scene.browser, waiting);
	await expectText(place, 'You are number 1 in line.');

	const own = await openPage(scene.browser, await linkTo(first, '/join?change#'));
	await press(own, 'Cancel my place');
	await press(own, 'Yes, cancel the visit');
	await expectText(own, 'Your visit is cancelled');
	await place.reload();
	await expectText(place, 'You have a place');
	expect((await readOutbox(scene.server, next))[0]?.subject).toMatch(/^A place is free for you/);
});
