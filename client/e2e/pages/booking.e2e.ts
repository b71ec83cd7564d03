import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { listAppointments } from '../../../shared/contract/appointments.ts';
import { openPage } from '../support/browsers.ts';
import { expectText, openWorkstation, press } from '../support/people.ts';
import { readOutbox } from '../support/outbox.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
const phone = { width: 390, height: 844 };
/** Somebody in Warsaw opens the page of a professional in Reykjavík on a phone. */
async function openBooking(): Promise<Page> {
	const page = await openPage(scene.browser, 'about:blank', phone);
	await page.emulateTimezone('Europe/Warsaw');
	await page.goto(new URL('/book/anna-demo', scene.server.url).href);
	await expectText(page, 'Book a visit with Anna Demo');
	return page;
}

/** The free times that the page shows, as a person reads them. */
const timesOn = (page: Page): Promise<string[]> =>
	page.$$eval('section[aria-labelledby=times] li button', (buttons) => buttons.map(({ innerText }) => innerText));

/** Chooses the free time that stands at this place. */
async function chooseTime(page: Page, nth: number): Promise<void> {
	const button = (await page.$$('section[aria-labelledby=times] li button'))[nth];
	if (!button) throw new Error(`There is no free time number ${nth}`);
	await button.click();
	await expectText(page, 'Who is coming?');
}

async function fillIn(page: Page, name: string, email: string): Promise<void> {
	await page.locator('input[autocomplete=name]').fill(name);
	await page.locator('input[type=email]').fill(email);
	await page.locator('input[type=tel]').fill('+48 555 010 199');
	await page.locator('input[type=checkbox]').click();
}

test('a patient books on a phone; the workstation has the visit and both have a mail', async () => {
	const email = `${randomUUID()}@example.com`;
	const page = await openBooking();
	// The times came with the page: it asked once.
	const requests = await page.evaluate(
		() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).length,
	);
	expect(requests).toBe(1);
	const [first = ''] = await timesOn(page);
	expect(first).toMatch(/^\d\d:\d\d\s+\d\d:\d\d in Reykjavik$/);
	await chooseTime(page, 0);
	await expectText(page, 'Held for you until');
	await fillIn(page, 'Wanda Demo', email);
	await press(page, 'Book this visit');
	await expectText(page, 'Your visit is booked');
	await expectText(page, email);

	const period = { from: new Date().toISOString(), to: new Date(Date.now() + 60 * 86_400_000).toISOString() };
	const { appointments } = await scene.workstation.call(listAppointments, { query: period });
	const visit = appointments.find(({ attendees }) => attendees.some(({ name }) => name === 'Wanda Demo'));
	expect(visit?.service.name).toBe('Short follow-up');
	const mails = await readOutbox(scene.server);
	const confirmation = mails.find(({ to }) => to === email);
	const news = mails.find(({ to, subject }) => to === 'anna@example.com' && subject.includes('Wanda Demo'));
	expect([confirmation?.attachments.length, news?.attachments.length]).toEqual([1, 1]);

	const workstation = await openWorkstation(scene.browser, scene.server, '/clients');
	await expectText(workstation, 'Wanda Demo');
});

test('who is too late keeps what was filled in and takes another time', async () => {
	const [one, other] = [await openBooking(), await openBooking()];
	const shown = await timesOn(other);
	await chooseTime(one, 2);
	// To the other it was shown before it was held.
	const same = (await other.$$('section[aria-labelledby=times] li button'))[2];
	await same?.click();
	await expectText(other, 'This time is not free any more');
	// The others are read again, without it and its neighbours.
	await other.waitForFunction(
		(before) => document.querySelectorAll('section[aria-labelledby=times] li button').length < before,
		{},
		shown.length,
	);

	await fillIn(one, 'Ola Demo', `${randomUUID()}@example.com`);
	// Ten minutes go by: the other takes the time that the first one still looks at.
	await scene.server.database.query('UPDATE "SlotHold" SET "expiresAt" = now()');
	await other.reload();
	await expectText(other, 'Book a visit with Anna Demo');
	await chooseTime(other, 2);
	await fillIn(other, 'Adam Demo', `${randomUUID()}@example.com`);
	await press(other, 'Book this visit');
	await expectText(other, 'Your visit is booked');

	await press(one, 'Book this visit');
	await expectText(one, 'This time has just been taken');
	const name = await one.$eval('input[autocomplete=name]', (input) => (input as HTMLInputElement).value);
	expect(name).toBe('Ola Demo');
	await one.locator('[role=alert] .grid button').click();
	await one.waitForSelector('[role=alert]', { hidden: true });
	await press(one, 'Book this visit');
	await expectText(one, 'Your visit is booked');
});

test('an address that is nobody’s is answered with words', async () => {
	const page = await openPage(scene.browser, new URL('/book/nobody', scene.server.url).href, phone);
	await expectText(page, 'There is no such page');
});

test('a professional decides about hours and page in the settings', async () => {
	const address = new URL('/book/marek-demo', scene.server.url).href;
	const page = await openWorkstation(scene.browser, scene.server, '/settings', 1);
	await expectText(page, 'Opening hours');
	// Without the last opening of the week at the office, on Thursday, only Tuesdays are left there.
	await page.locator('section[aria-label^="Demo Street"] > div:nth-last-of-type(2) button').click();
	await press(page, 'Save opening hours');
	await expectText(page, 'Saved');
	const client = await openPage(scene.browser, address, phone);
	await expectText(client, 'Book a visit with Marek Demo');
	await client.locator('input[name=office]:not(:checked)').click();
	await client.waitForFunction(() => document.querySelectorAll('section[aria-labelledby=times] h3').length > 0);
	await client.waitForFunction(() =>
		[...document.querySelectorAll('section[aria-labelledby=times] h3')].every(({ textContent }) =>
			textContent?.startsWith('Tuesday'),
		),
	);

	await page.locator('::-p-text(Clients can book on my page)').click();
	await press(page, 'Save booking page');
	await page.waitForSelector('aria/Link to your page', { hidden: true });
	await client.reload();
	await expectText(client, 'There is no such page');
});
