import type { Page } from 'puppeteer';
import { beforeEach, expect, test } from 'vitest';
import { createAppointment, listServices } from '../../../shared/contract/appointments.ts';
import { createBlock, listBlocks } from '../../../shared/contract/blocks.ts';
import { expectText, openWorkstation, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
let day = Temporal.Now.plainDateISO('UTC').add({ days: 200 });
/** Each test has a working day of its own, which nothing of the demo reaches. */
beforeEach(() => {
	do day = day.add({ days: 1 });
	while (day.dayOfWeek > 5);
});

const at = (hour: number, minute = 0) =>
	day.toZonedDateTime({ timeZone: 'UTC', plainTime: { hour, minute } }).toInstant().toString();

/** A visit of 50 minutes with somebody new; its id. */
async function book(name: string, hour: number): Promise<string> {
	const { services } = await scene.workstation.call(listServices, {});
	const serviceId = services.find(({ durationMinutes }) => durationMinutes === 50)?.id ?? '';
	const client = { name, email: `calendar-${crypto.randomUUID()}@example.com`, locale: 'en' as const };
	const { id } = await scene.workstation.call(createAppointment, { body: { client, serviceId, startsAt: at(hour) } });
	return id;
}

const startOf = async (id: string) =>
	Temporal.Instant.from((await scene.workstation.readVisit(id)).startsAt).toString();

/** The whole day is to be seen: at an edge the page would scroll under what is drawn. */
async function openDay(): Promise<Page> {
	const page = await openWorkstation(scene.browser, scene.server, `/calendar?view=day&date=${day}`);
	await page.setViewport({ width: 1280, height: 1400 });
	return page;
}

async function placeOf(page: Page, name: string) {
	const event = await page.waitForSelector(`.calendar ::-p-text(${name})`);
	const box = await event?.boundingBox();
	if (!box) throw new Error(`${name} is not to be seen`);
	return box;
}

/** In pixels, from one of the hours at the edge to the next. */
const hourHeight = async (page: Page) => (await placeOf(page, '10:00')).y - (await placeOf(page, '09:00')).y;

/** Draws a visit down by so many hours. */
async function drag(page: Page, name: string, hours: number): Promise<void> {
	const { x, y } = await placeOf(page, name);
	const [from, to] = [y + 4, y + 4 + hours * (await hourHeight(page))];
	await page.mouse.move(x + 20, from);
	await page.mouse.down();
	await page.mouse.move(x + 20, from + 12, { steps: 4 });
	await page.mouse.move(x + 20, to, { steps: 12 });
	await page.mouse.up();
}

test('a visit that is drawn onto another stays; to free time it moves, and comes back when that is undone', async () => {
	const moved = await book('Dora Drawn', 9);
	await book('Norbert Next', 10);
	const page = await openDay();
	// What is drawn came with one request; the other reads the next day ahead.
	const reads = () =>
		page.evaluate(() =>
			performance
				.getEntriesByType('resource')
				.map(({ name }) => new URL(name))
				.filter(({ pathname }) => /^\/api\/(?:calendar|appointments|blocks)/.test(pathname))
				.map(({ pathname, searchParams }) => `${pathname} ${searchParams.get('from')?.slice(0, 10)}`),
		);
	await expect
		.poll(reads, { timeout: 10_000 })
		.toEqual([`/api/calendar ${day}`, `/api/calendar ${day.add({ days: 1 })}`]);
	await drag(page, 'Dora Drawn', 1);
	await expectText(page, 'Move Dora Drawn?');
	await expectText(page, 'Norbert Next, ');
	expect(await page.$('aria/Move[role="button"]:not([disabled])')).toBeNull();
	await press(page, 'Keep it where it was');

	await drag(page, 'Dora Drawn', 2);
	await press(page, 'Move');
	await expectText(page, 'The visit was moved.');
	expect(await startOf(moved)).toBe(at(11));
	await press(page, 'Undo');
	await expectText(page, 'The visit is back where it was.');
	expect(await startOf(moved)).toBe(at(9));
});

test('what stands against the new time can be confirmed', async () => {
	const moved = await book('Dora Drawn', 15);
	const page = await openDay();
	await drag(page, 'Dora Drawn', 3);
	await expectText(page, 'Outside your working hours');
	await press(page, 'Move all the same');
	await expectText(page, 'The visit was moved.');
	expect(await startOf(moved)).toBe(at(18));
});

test('a press on empty time begins a visit there, and a blocked time can be drawn and taken away', async () => {
	await book('Norbert Next', 9);
	const body = { startsAt: at(10), endsAt: at(11), title: 'Dentist' };
	await scene.workstation.call(createBlock, { body });
	const page = await openDay();
	const { x } = await placeOf(page, 'Norbert Next');
	await page.mouse.click(x + 40, (await placeOf(page, '13:00')).y + (await hourHeight(page)) / 3);
	await expectText(page, 'New visit');
	expect(await page.$eval('input[type=time]', (field) => (field as HTMLInputElement).value)).toBe('13:00');
	// The first closes the list of clients.
	await page.waitForSelector('[role=listbox]');
	for (const role of ['listbox', 'dialog']) {
		await page.keyboard.press('Escape');
		await page.waitForSelector(`[role=${role}]`, { hidden: true });
	}

	await drag(page, 'Dentist', 1);
	await press(page, 'Save changes');
	await expectText(page, 'The block was changed.');
	const { blocks } = await scene.workstation.call(listBlocks, { query: { from: at(0), to: at(23) } });
	expect(blocks.map(({ startsAt }) => Date.parse(startsAt))).toEqual([Date.parse(at(11))]);

	await page.locator('.calendar ::-p-text(Dentist)').click();
	await press(page, 'Delete');
	await page.waitForSelector('[role=alertdialog]');
	await press(page, 'Delete');
	await page.waitForFunction(() => !document.querySelector('.calendar')?.textContent.includes('Dentist'));
});
