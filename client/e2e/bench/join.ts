// From the click on Admit to the first picture, direct and over the SFU, against the bare browser APIs.
import type { Browser, Page } from 'puppeteer';
import { z } from 'zod';
import { findWorkerBinary } from '../../../sfu/worker/findWorkerBinary.ts';
import { launchChromium, openPage, pageScripts } from '../support/browsers.ts';
import { addGuest, joinLinkOf } from '../support/call.ts';
import { expectPictures } from '../support/media.ts';
import { admit, enterAsHost, expectText, openPeople, press, waitAtDoor } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { Workstation } from '../support/workstation.ts';
import { measureBareDirect } from './bare-direct.ts';
import { startBareSfu } from './bare-sfu.ts';
import { firstPictureAt, madeReady, watchAdmit, watchFirstPicture, watchOffer } from './watch.ts';

const SAMPLES = 11;
const GUESTS = ['Gabriel Guest', 'Ines Interpreter'];

interface Bench {
	server: TestServer;
	browser: Browser;
	workstation: Workstation;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Admits `name` from the list of people; milliseconds until their page shows somebody else. */
async function measureAdmission(
	host: Page,
	browser: Browser,
	path: 'direct' | 'sfu',
	link: string,
	name: string,
): Promise<{ page: Page; ms: number }> {
	const page = await waitAtDoor(browser, link, name);
	// Nobody is admitted within the second in which they come.
	await page.waitForFunction(madeReady, {}, path);
	await page.evaluate(watchFirstPicture);
	await host.waitForSelector('[data-encryption=on]');
	await host.waitForSelector(`aria/Admit ${name}`);
	await host.evaluate(watchAdmit);
	await press(host, `Admit ${name}`);
	const shownAt = await firstPictureAt(page);
	const clickedAt = z.number().parse(await host.evaluate(() => Reflect.get(window, 'admittedAt')));
	return { page, ms: shownAt - clickedAt };
}

/** Each time another visit, so that each client is new, as is the page of the bare pair, which takes turns with ours. */
async function measureDirect({ server, browser, workstation }: Bench): Promise<{ ours: number[]; bare: number[] }> {
	const ours: number[] = [];
	const bare: number[] = [];
	for (let sample = 0; sample <= SAMPLES; sample += 1) {
		const name = `Client ${sample}`;
		const visit = await workstation.bookVisit(name);
		const host = await enterAsHost(browser, server, visit.id);
		await openPeople(host);
		const { page, ms } = await measureAdmission(host, browser, 'direct', joinLinkOf(visit), name);
		ours.push(ms);
		for (const done of [page, host]) await done.browserContext().close();
		const barePage = await openPage(browser, server.health);
		bare.push(await measureBareDirect(barePage));
		await barePage.browserContext().close();
	}
	return { ours: ours.slice(1), bare: bare.slice(1) };
}

/** The fourth participant of a call that runs over the SFU. */
async function measureSfu({ server, browser, workstation }: Bench): Promise<number[]> {
	const visit = await workstation.bookVisit('Client');
	const host = await enterAsHost(browser, server, visit.id);
	await openPeople(host);
	const pages = [host];
	const client = await waitAtDoor(browser, joinLinkOf(visit), 'Client');
	await admit(host, 'Client', client);
	const [third = '', fourth = ''] = GUESTS;
	pages.push(client, await addGuest({ workstation, browser }, { visit, host }, third));

	const ours: number[] = [];
	for (let sample = 0; sample <= SAMPLES; sample += 1) {
		const name = `${fourth} ${sample}`;
		const link = await workstation.inviteGuest(visit.id, name);
		const { page, ms } = await measureAdmission(host, browser, 'sfu', link, name);
		ours.push(ms);
		await press(page, 'Leave');
		await expectText(page, 'You have left the visit');
		await page.browserContext().close();
	}
	for (const page of pages) await page.browserContext().close();
	return ours.slice(1);
}

/**
 * The same media with nothing but mediasoup-client: three who send in the same layers, and see themselves, each other
 * and the fourth, who comes on a new page each time. Without that the machine would have more to do in our call than
 * here for what both have to: to encode, decode and draw.
 */
async function measureBareSfu(browser: Browser): Promise<number[]> {
	const bareSfu = await startBareSfu(findWorkerBinary(undefined));
	const publishers = await Promise.all([1, 2, 3].map(() => openPage(browser, bareSfu.url)));
	for (const page of publishers) await page.evaluate('bareSfu.publish()');
	for (const page of publishers) await expectPictures(page, 2);
	const bare: number[] = [];
	for (let sample = 0; sample <= SAMPLES; sample += 1) {
		const fourth = await openPage(browser, bareSfu.url);
		bare.push(z.number().parse(await fourth.evaluate('bareSfu.measure()')));
		await fourth.browserContext().close();
	}
	for (const page of publishers) await page.browserContext().close();
	await bareSfu.close();
	return bare.slice(1);
}

async function main(): Promise<void> {
	pageScripts.push(watchOffer);
	const [server, browser] = await Promise.all([startServer(), launchChromium()]);
	try {
		const bench = { server, browser, workstation: await Workstation.signIn(server) };
		const direct = await measureDirect(bench);
		say(`direct: ours ${direct.ours.map(Math.round).join(' ')}; bare ${direct.bare.map(Math.round).join(' ')}`);
		const sfu = { ours: await measureSfu(bench), bare: await measureBareSfu(browser) };
		say(`sfu: ours ${sfu.ours.map(Math.round).join(' ')}; bare ${sfu.bare.map(Math.round).join(' ')}`);
		const [p2pMs, bareP2pMs, sfuMs, bareSfuMs] = [direct.ours, direct.bare, sfu.ours, sfu.bare].map((values) =>
			Math.round(median(values)),
		);
		const ratio = (ours = 0, bare = 1) => Number((ours / bare).toFixed(2));
		const ratios = { p2pRatio: ratio(p2pMs, bareP2pMs), sfuRatio: ratio(sfuMs, bareSfuMs) };
		const { p2pRatio, sfuRatio } = ratios;
		say(JSON.stringify({ p2pMs, bareP2pMs, p2pRatio, sfuMs, bareSfuMs, sfuRatio }));
	} finally {
		await browser.close();
		await server.stop();
	}
}

await main();
