// `npm run screens`: a picture of each main screen, at phone and desktop width, light and dark, in `screens/`.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { listClients } from '../../shared/contract/clients.ts';
import { launchChromium, openPage } from './support/browsers.ts';
import { joinLinkOf, startCall } from './support/call.ts';
import { expectMediaFlowing } from './support/media.ts';
import { expectText, openPastVisit, openWorkstation, press, pressText } from './support/people.ts';
import { startServer, type TestServer } from './support/server.ts';
import { Workstation } from './support/workstation.ts';

const folder = path.resolve('screens');
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const themes = ['light', 'dark'] as const;

/** One picture per size and theme of what the page shows now. */
async function picture(page: Page, name: string): Promise<void> {
	for (const [size, viewport] of Object.entries(sizes)) {
		await page.setViewport(viewport);
		for (const theme of themes) {
			await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
			await page.waitForNetworkIdle({ idleTime: 200, concurrency: 2 });
			await page.screenshot({ path: path.join(folder, `${name}-${size}-${theme}.png`) });
		}
	}
	process.stdout.write(`${name}\n`);
}

async function workstationScreens(browser: Browser, server: TestServer, workstation: Workstation): Promise<void> {
	const signIn = await openPage(browser, server.url);
	await signIn.waitForSelector('input[type=password]');
	await picture(signIn, 'sign-in');
	await signIn.browserContext().close();

	const page = await openWorkstation(browser, server);
	await page.waitForNetworkIdle({ idleTime: 200, concurrency: 2 });
	const [client] = (await workstation.call(listClients, { query: {} })).clients;
	const screens = {
		today: '/',
		calendar: '/calendar',
		activities: '/activities',
		waiting: '/waiting',
		clients: '/clients',
		client: `/clients/${client?.id}`,
		'client-notes': `/clients/${client?.id}?tab=documentation`,
		payments: '/payments',
		settings: '/settings',
	};
	for (const [name, address] of Object.entries(screens)) {
		// Some screens choose what they show by the size at which they open.
		await page.setViewport(sizes.desktop);
		await page.goto(new URL(address, server.url).href);
		await page.waitForSelector('h1');
		await picture(page, name);
	}
	await page.setViewport(sizes.desktop);
	await page.goto(new URL(screens.client, server.url).href);
	await openPastVisit(page);
	await picture(page, 'visit');
	await page.browserContext().close();
}

async function joinScreens(browser: Browser, workstation: Workstation): Promise<void> {
	const visit = await workstation.bookVisit('Vera Visitor');
	const page = await openPage(browser, joinLinkOf(visit));
	await expectText(page, 'Your visit with');
	await picture(page, 'join-visit');
	await press(page, 'Continue');
	await page.waitForSelector('button[data-devices="all"]');
	await picture(page, 'join-devices');
	await page.locator('button[data-devices="all"]').click();
	await picture(page, 'join-name');
	await page.locator('input[type=checkbox]').click();
	await press(page, 'Enter the waiting room');
	await expectText(page, 'has been told that you are here');
	await picture(page, 'join-waiting');
	await page.browserContext().close();
}

async function callScreens(server: TestServer, browser: Browser, workstation: Workstation): Promise<void> {
	const { host, client } = await startCall({ server, browser, workstation }, 'Vera Visitor');
	await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
	await picture(client, 'call');
	await press(client, 'Encrypted');
	await expectText(client, 'Comparison code');
	await picture(client, 'call-encryption');
	await client.keyboard.press('Escape');
	await press(host, 'Tools');
	await expectText(host, 'Request payment');
	await picture(host, 'call-tools');
	await pressText(host, 'Request payment');
	await pressText(host, 'Ask for');
	await expectText(client, 'asks for');
	await picture(host, 'call-payment');
	await picture(client, 'call-pay-now');
	await press(client, 'Pay now');
	await client.locator('input[type=email]').fill('vera@example.com');
	await press(client, 'Continue to card');
	await client.waitForSelector('input[autocomplete=cc-number]');
	await picture(client, 'call-card');
	await press(host, 'All tools');
	await pressText(host, 'Book next session');
	await host.waitForSelector('section[aria-label] button[aria-label]');
	await picture(host, 'call-booking');
	await press(host, 'All tools');
	await pressText(host, 'Notes');
	await host.waitForSelector('[contenteditable=true]');
	await picture(host, 'call-notes');
}

const [server, browser] = await Promise.all([startServer(), launchChromium()]);
try {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const workstation = await Workstation.signIn(server);
	await workstationScreens(browser, server, workstation);
	await joinScreens(browser, workstation);
	await callScreens(server, browser, workstation);
} finally {
	await browser.close();
	await server.stop();
}
