import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { listAppointments, type Appointment } from '../../../shared/contract/appointments.ts';
import { openPage } from '../support/browsers.ts';
import { expectText, openAsManager, openWorkstation, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
/** A working day that nothing of the demo reaches. */
const soon = Temporal.Now.plainDateISO('UTC').add({ days: 120 });
const day = soon.add({ days: (8 - soon.dayOfWeek) % 7 });

const field = (page: Page, name: string, inside = '') =>
	page.locator(`${inside} ::-p-aria([name="${name}"][role="textbox"])`);

async function write(page: Page, name: string, text: string): Promise<void> {
	await field(page, name).click({ count: 3 });
	await page.keyboard.type(text);
}

/** Fills in somebody new, in the part of the dialog that `inside` selects. */
async function newPerson(page: Page, name: string, inside: string): Promise<void> {
	// The field has the focus at once, and its list covers the rest.
	await page.waitForSelector('[role=listbox]');
	await page.keyboard.press('Escape');
	await page.waitForSelector('[role=listbox]', { hidden: true });
	await page.locator(`${inside} ::-p-aria([name="New client"][role="button"])`).click();
	await field(page, 'Name', inside).fill(name);
	await field(page, 'E-mail', inside).fill(`${name.replaceAll(' ', '.').toLowerCase()}@example.com`);
}

async function readGroup(): Promise<Appointment | undefined> {
	const query = { from: `${day}T00:00:00Z`, to: `${day}T23:59:59Z` };
	return (await scene.workstation.call(listAppointments, { query })).appointments[0];
}
const comingNow = async () =>
	(await readGroup())?.attendees.filter(({ cancelledAt }) => cancelledAt === null).map(({ name }) => name);

test('a group of two is booked, a third is added, the next waits, and moves up when one cancels', async () => {
	const manager = await openAsManager(scene.browser, scene.server, '/settings/services');
	await press(manager, 'New service');
	await write(manager, 'Name', 'Trio');
	await write(manager, 'Clients', '3');
	await write(manager, 'Price', '50');
	await manager.locator('label ::-p-text(Clients can book it themselves)').click();
	await press(manager, 'Save');
	await expectText(manager, 'Booked by the clinic only');
	await expectText(manager, 'Group of up to 3');

	const page = await openWorkstation(scene.browser, scene.server, `/calendar?view=day&date=${day}`);
	await page.setViewport({ width: 1280, height: 1400 });
	const ten = await (await page.waitForSelector('.calendar ::-p-text(10:00)'))?.boundingBox();
	await page.mouse.click(700, (ten?.y ?? 0) + 4);
	await newPerson(page, 'Anna Demo', '[role=dialog] form');
	await page.locator('[role=dialog] ::-p-text(Choose a service)').click();
	await page.locator('[role=option]::-p-text(Trio)').click();
	await press(page, 'One more client');
	await newPerson(page, 'Ben Demo', '[role=group][aria-label="Client 2"]');
	await press(page, 'Book visit');
	await expectText(page, 'Visit booked');
	await press(page, 'Done');
	await pressText(page, 'Anna Demo + 1');
	await expectText(page, '2 of 3');

	await press(page, 'Add client');
	await newPerson(page, 'Cora Demo', '[role=dialog] form');
	await press(page, 'Add to the group');
	await expectText(page, '3 of 3 · Full');
	await press(page, 'Put on the waiting list');
	await newPerson(page, 'Dora Demo', '[role=dialog] form');
	await page.locator('[role=dialog] button[type=submit]').click();
	await expectText(page, 'Dora Demo since');

	await press(page, 'Cancel the place of Ben Demo');
	await press(page, 'Cancel place');
	await expectText(page, 'The place of Ben Demo was cancelled.');
	await expectText(page, 'Link for Dora Demo');
	expect(await comingNow()).toEqual(['Anna Demo', 'Cora Demo', 'Dora Demo']);

	const cora = (await readGroup())?.attendees.find(({ name }) => name === 'Cora Demo');
	const own = await openPage(scene.browser, (cora?.joinLink ?? '').replace('/join', '/join?change'));
	await press(own, 'Cancel my place');
	await expectText(own, 'The group meets without you');
	expect(await own.$('aria/Move visit[role="button"]')).toBeNull();
	await press(own, 'Yes, cancel the visit');
	await expectText(own, 'Your visit is cancelled');
	expect(await comingNow()).toEqual(['Anna Demo', 'Dora Demo']);
});
