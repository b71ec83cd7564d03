import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listClients } from '../../../shared/contract/clients.ts';
import { openPage } from '../support/browsers.ts';
import { joinLinkOf, startCall } from '../support/call.ts';
import { expectText, focusByTab, openAsManager, openPastVisit, openWorkstation, press } from '../support/people.ts';
import { readOutbox } from '../support/outbox.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
const phone = { width: 360, height: 740 };

/** No finding of axe in either theme, and nothing that sticks out of a narrow phone. */
async function expectAccessible(page: Page, name: string): Promise<void> {
	for (const theme of ['light', 'dark']) {
		await page.emulateMediaFeatures([
			{ name: 'prefers-color-scheme', value: theme },
			{ name: 'prefers-reduced-motion', value: 'reduce' },
		]);
		await page.evaluate(settle);
		// The page's own policy forbids scripts from elsewhere; the debugger's evaluation is not bound by it.
		await page.evaluate(axe);
		const found = await page.evaluate(async () => {
			const run: (where: object, options: object) => Promise<{ violations: unknown }> = Reflect.get(window, 'axe').run;
			// React Aria speaks through an image with a label that it takes away again.
			const where = { exclude: ['[data-live-announcer]'] };
			return (await run(where, { resultTypes: ['violations'] })).violations;
		});
		const findings = violations.parse(found).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
		expect(findings, `${name}, ${theme}`).toEqual([]);
	}
	const before = page.viewport();
	await page.setViewport(phone);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width, `${name} at ${phone.width} px`).toBeLessThanOrEqual(phone.width);
	await page.setViewport(before);
}

async function expectEachAccessible(page: Page, addresses: readonly string[]): Promise<void> {
	for (const address of addresses) {
		// The browser counts requests; puppeteer's own count never forgets those that a new page cut off.
		await page.goto(new URL(address, scene.server.url).href, { waitUntil: 'networkidle2' });
		await page.waitForSelector('h1');
		// What is still being loaded would appear, and fade in, under the eyes of axe.
		await page.waitForSelector('.animate-breathe', { hidden: true });
		await expectAccessible(page, address);
	}
}

/** Runs in the page: colours on their way from one theme to the other are neither. */
async function settle(): Promise<void> {
	const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
	// One that is cancelled has come to its end as well.
	await Promise.allSettled(passing.map(({ finished }) => finished));
}

test('the workstation', async () => {
	const signIn = await openPage(scene.browser, scene.server.url);
	await signIn.waitForSelector('input[type=password]');
	await expectAccessible(signIn, 'sign-in');

	const page = await openWorkstation(scene.browser, scene.server);
	const [client] = (await scene.workstation.call(listClients, { query: {} })).clients;
	await expectEachAccessible(page, [
		'/',
		'/calendar',
		'/activities?period=all',
		'/waiting',
		'/clients',
		`/clients/${client?.id}`,
		`/clients/${client?.id}/invoices/new`,
		'/payments',
		'/invoices',
		'/settings',
		'/settings/calendars',
		'/settings/services',
	]);
	const manager = await openAsManager(scene.browser, scene.server, '/settings');
	await expectEachAccessible(manager, [
		'/settings',
		'/settings/reminders',
		'/settings/resources',
		'/settings/client-payments',
		'/settings/billing',
		'/settings/organisation',
	]);
	await page.goto(new URL(`/clients/${client?.id}`, scene.server.url).href);
	await openPastVisit(page);
	await expectAccessible(page, 'visit');
});

test("the client's way", async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const page = await openPage(scene.browser, joinLinkOf(visit));
	await expectText(page, 'Your visit with');
	await expectAccessible(page, 'visit');
	await press(page, 'Continue');
	await page.waitForSelector('button[data-devices="all"]');
	await expectAccessible(page, 'devices');
	await page.locator('button[data-devices="all"]').click();
	await page.waitForSelector('input[autocomplete=name]');
	await expectAccessible(page, 'name');
	await page.locator('input[type=checkbox]').click();
	await press(page, 'Enter the waiting room');
	await expectText(page, 'has been told that you are here');
	await expectAccessible(page, 'waiting room');
});

test('where clients book', async () => {
	const page = await openPage(scene.browser, new URL('/book/anna-demo', scene.server.url).href);
	await expectText(page, 'Book a visit with Anna Demo');
	await expectAccessible(page, 'times');
	await page.locator('section[aria-labelledby=times] li button').click();
	await expectText(page, 'Who is coming?');
	await expectAccessible(page, 'form');
	await page.locator('input[autocomplete=name]').fill('Vera Visitor');
	await page.locator('input[type=email]').fill('vera@example.com');
	await page.locator('input[type=tel]').fill('+354 555 0199');
	await page.locator('input[type=checkbox]').click();
	await press(page, 'Book this visit');
	await expectText(page, 'Your visit is booked');
	await expectAccessible(page, 'booked');

	await page.goto(new URL('/my', scene.server.url).href);
	await page.locator('input[type=email]').fill('vera@example.com');
	await expectAccessible(page, 'the way to the own page');
	await press(page, 'Send me the link');
	await expectText(page, 'Look into your mail');
	const [mail] = await readOutbox(scene.server, 'vera@example.com');
	await page.goto(/\S+\/my#\S+/.exec(mail?.text ?? '')?.[0] ?? '');
	await expectText(page, 'Your coming visits');
	await expectAccessible(page, 'own page');
});

test('the call, from both sides, and by keyboard alone', async () => {
	const { host, client } = await startCall(scene, 'Vera Visitor');
	await expectText(client, 'Direct');
	await expectAccessible(client, 'call');
	await press(client, 'Encrypted');
	await expectText(client, 'Comparison code');
	await expectAccessible(client, 'encryption');
	await client.keyboard.press('Escape');
	await host.bringToFront();
	await host.click('body');
	await host.keyboard.press('t');
	await expectText(host, 'Request payment');
	await expectAccessible(host, 'tools');
	await host.keyboard.press('m');
	await client.waitForSelector('aria/Microphone off');
	await host.keyboard.press('h');
	await client.waitForSelector('aria/Hand raised');
	await host.keyboard.press('?');
	await expectText(host, 'Keyboard shortcuts');
});

test("every control of the client's way can be reached and worked by keyboard", async () => {
	const visit = await scene.workstation.bookVisit('Karl Keyboard');
	const page = await openPage(scene.browser, joinLinkOf(visit));
	await expectText(page, 'Your visit with');
	await focusByTab(page, 'Continue');
	await page.keyboard.press('Enter');
	await page.waitForSelector('button[data-devices="all"]');
	await focusByTab(page, 'Yes, continue');
	await page.keyboard.press('Enter');
	await focusByTab(page, 'I have read the terms and accept them');
	await page.keyboard.press('Space');
	await focusByTab(page, 'Enter the waiting room');
	await page.keyboard.press('Enter');
	await expectText(page, 'has been told that you are here');
});
