import type { Browser, Page } from 'puppeteer';
import { signIn } from '../../../shared/contract/auth.ts';
import { openPage } from './browsers.ts';
import type { TestServer } from './server.ts';
import { professional } from './workstation.ts';

/** Finds by what a person sees and a screen reader says. */
const button = (name: string) => `aria/${name}[role="button"]`;

/** Clicks what has this accessible name, once it is there, enabled and still. */
export const press = (page: Page, name: string): Promise<void> => page.locator(button(name)).click();

/** Waits until the page shows this text. */
export const expectText = async (page: Page, text: string): Promise<void> => {
	await page.waitForFunction(
		(wanted) => document.body.innerText.replaceAll(/\s/g, ' ').includes(wanted),
		{ timeout: 20_000, polling: 100 },
		text,
	);
};

/** A page of the workstation, signed in as a professional of the demo clinic, without the way through the form. */
export async function openWorkstation(browser: Browser, server: TestServer, path = '/', index = 0): Promise<Page> {
	return openAs(browser, server, professional(server, index), path);
}

/** The same as the clinic's manager. */
export async function openAsManager(browser: Browser, server: TestServer, path: string): Promise<Page> {
	const manager = server.accounts.find(({ role }) => role === 'MANAGER');
	if (!manager) throw new Error('The demo clinic has no manager');
	return openAs(browser, server, manager, path);
}

async function openAs(
	browser: Browser,
	server: TestServer,
	{ email, password }: TestServer['accounts'][number],
	path: string,
): Promise<Page> {
	const page = await openPage(browser, server.health);
	await page.evaluate(
		async (url, body) => {
			const headers = { 'Content-Type': 'application/json' };
			const { ok, status } = await fetch(url, { method: 'POST', headers, body });
			if (!ok) throw new Error(`Sign-in answered ${status}`);
		},
		signIn.path,
		JSON.stringify({ email, password }),
	);
	await page.goto(new URL(path, server.url).href);
	await page.waitForSelector('h1');
	return page;
}

/** The professional in the room of a visit, devices on. */
export async function enterAsHost(browser: Browser, server: TestServer, appointmentId: string): Promise<Page> {
	const page = await openWorkstation(browser, server, `/call/${appointmentId}`);
	await press(page, 'Enter the room');
	await page.waitForSelector(button('Leave'));
	return page;
}

/** A client who went through the three steps and now waits at the door, or is `admitted` at once, as one who was before. */
export async function waitAtDoor(
	browser: Browser,
	joinLink: string,
	name: string,
	state: 'waiting' | 'admitted' = 'waiting',
): Promise<Page> {
	const page = await openPage(browser, joinLink);
	await press(page, 'Continue');
	await page.locator('button[data-devices="all"]').click();
	await page.locator('input[autocomplete=name]').fill(name);
	if (await page.$('input[type=checkbox]:not(:checked)')) await page.locator('input[type=checkbox]').click();
	await press(page, 'Enter the waiting room');
	if (state === 'waiting') await expectText(page, 'has been told that you are here');
	return page;
}

/** Lets somebody in, from the list of people, and waits until their own page is in the call. */
export async function admit(host: Page, name: string, attendee: Page): Promise<void> {
	await openPeople(host);
	await press(host, `Admit ${name}`);
	await attendee.waitForSelector(button('Leave'));
}

/** Opens the list of people unless it is open, whatever its button says at the moment. */
export async function openPeople(page: Page): Promise<void> {
	const list = '[aria-labelledby=people-in-call]';
	if (await page.$(list)) return;
	await page.keyboard.press('p');
	await page.waitForSelector(list);
}

/** Clicks the button or link in which this text stands, among other words. */
export const pressText = (page: Page, text: string): Promise<void> =>
	page.locator(`:is(button, a, [role=button]) ::-p-text(${text}), button::-p-text(${text})`).click();

/** On a client's page: opens the newest video visit that is over, until how its call was stands there. */
export async function openPastVisit(page: Page): Promise<void> {
	await page.locator('main section:last-of-type li button ::-p-text(· Video)').click();
	await expectText(page, 'Call quality');
}

/** Presses Tab until what has this name is focused. @throws after 40 presses. */
export async function focusByTab(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 40; presses += 1) {
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			return element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : element?.textContent;
		});
		if (focused?.trim() === name) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`No way by Tab to ${name}`);
}

/** In the page: what stands in a field. */
export function valueOf(field: Element): string {
	return field instanceof HTMLInputElement ? field.value : '';
}
