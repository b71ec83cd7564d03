import type { Page } from 'puppeteer';
import { beforeEach, expect, test } from 'vitest';
import { createAppointment, listServices } from '../../../shared/contract/appointments.ts';
import { createBlock, listBlocks } from '../../../shared/contract/blocks.ts';
import { expectText, focusByTab, openWorkstation, press, valueOf } from '../support/people.ts';
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

/** The whole of an event, which takes the keyboard's focus. */
async function eventOf(page: Page, name: string) {
	const text = await page.waitForSelector(`.calendar ::-p-text(${name})`);
	const event = await text?.evaluateHandle((part) => part.closest('[tabindex="0"]') ?? part);
	const element = event?.asElement();
	if (!element) throw new Error(`${name} is not to be seen`);
	return element;
}

/** Draws the lower edge of a visit down by so many hours. */
async function stretch(page: Page, name: string, hours: number): Promise<void> {
	const box = await (await eventOf(page, name)).boundingBox();
	if (!box) throw new Error(`${name} is not to be seen`);
	const [x, edge] = [box.x + box.width / 2, box.y + box.height - 2];
	await page.mouse.move(x, edge);
	await page.mouse.down();
	await page.mouse.move(x, edge + 12, { steps: 4 });
	await page.mouse.move(x, edge + hours * (await hourHeight(page)), { steps: 12 });
	await page.mouse.up();
}

/** In the page: headless, Chromium says that nothing can hover; with a mouse a visit has an edge to draw by. */
function styleForMouse(): void {
	for (const { cssRules } of document.styleSheets)
		for (const rule of cssRules)
			if (rule instanceof CSSMediaRule && rule.conditionText === '(hover: hover)') rule.media.mediaText = 'all';
}

const endOf = async (id: string) => Temporal.Instant.from((await scene.workstation.readVisit(id)).endsAt).toString();

test('a visit is made longer by its lower edge: not into another, and back when that is undone', async () => {
	const longer = await book('Dora Drawn', 9);
	await book('Norbert Next', 11);
	const page = await openDay();
	await eventOf(page, 'Dora Drawn');
	await page.evaluate(styleForMouse);
	await stretch(page, 'Dora Drawn', 2);
	await expectText(page, 'Norbert Next, ');
	expect(await page.$('aria/Move[role="button"]:not([disabled])')).toBeNull();
	await press(page, 'Keep it where it was');

	await stretch(page, 'Dora Drawn', 1);
	await press(page, 'Move');
	await expectText(page, 'The visit was moved.');
	expect([await startOf(longer), await endOf(longer)]).toEqual([at(9), at(10, 50)]);
	await press(page, 'Undo');
	await expectText(page, 'The visit is back where it was.');
	expect(await endOf(longer)).toBe(at(9, 50));
});

test('a visit is begun where it is drawn, as long as it is drawn', async () => {
	await book('Norbert Next', 9);
	const page = await openDay();
	const { x } = await placeOf(page, 'Norbert Next');
	const [from, to] = [(await placeOf(page, '13:00')).y, (await placeOf(page, '14:00')).y];
	const quarter = (to - from) / 4;
	await page.mouse.move(x + 40, from + 1.5 * quarter);
	await page.mouse.down();
	await page.mouse.move(x + 40, from + 4.5 * quarter, { steps: 8 });
	await page.mouse.up();
	await expectText(page, 'New visit');
	expect(await page.$eval('input[type=time]', (field) => (field as HTMLInputElement).value)).toBe('13:15');
	// The list of clients stands open before the rest.
	await page.waitForSelector('[role=listbox]');
	await page.keyboard.press('Escape');
	await page.waitForSelector('::-p-aria([name="Minutes"][role="textbox"])');
	const length = await page.$eval('::-p-aria([name="Minutes"][role="textbox"])', valueOf);
	expect(length).toBe('60');
});

test('by keyboard alone a visit is found, opened and moved', async () => {
	const moved = await book('Dora Drawn', 9);
	const page = await openDay();
	const event = await eventOf(page, 'Dora Drawn');
	const isFocused = () => event.evaluate((element) => document.activeElement === element);
	for (let presses = 0; presses < 60 && !(await isFocused()); presses += 1) await page.keyboard.press('Tab');
	expect(await isFocused()).toBe(true);
	await page.keyboard.press('Enter');
	await page.waitForSelector('[role=dialog]');
	await focusByTab(page, 'Change');
	await page.keyboard.press('Enter');
	await expectText(page, 'Change visit');
	await page.waitForSelector('input[type=time]');
	await focusByTab(page, 'Time');
	await page.keyboard.type('0200PM');
	await page.keyboard.press('Enter');
	await expect.poll(() => startOf(moved), { timeout: 10_000 }).toBe(at(14));
});
