import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, launchFirefox, pageErrors } from './support/browsers.ts';
import { expectMediaFlowing } from './support/media.ts';
import { admit, enterAsHost, expectText, press, waitAtDoor } from './support/people.ts';
import { packetsAtMediaServer, startServer, type TestServer } from './support/server.ts';
import { Workstation } from './support/workstation.ts';

let server: TestServer;
let workstation: Workstation;
let chromium: Browser;

beforeAll(async () => {
	[server, chromium] = await Promise.all([startServer(), launchChromium()]);
	workstation = await Workstation.signIn(server);
});
afterAll(async () => {
	await chromium?.close();
	await server?.stop();
	expect(pageErrors).toEqual([]);
});

async function startCall(clientBrowser: Browser, name: string): Promise<{ host: Page; client: Page; visitId: string }> {
	const visit = await workstation.bookVisit(name);
	const [host, client] = await Promise.all([
		enterAsHost(chromium, server, visit.id),
		waitAtDoor(clientBrowser, visit.attendees[0]?.joinLink ?? '', name),
	]);
	await admit(host, name, client);
	return { host, client, visitId: visit.id };
}

test('two Chromium pages talk device to device: sound and picture both ways, nothing at the media server', async () => {
	const { host, client, visitId } = await startCall(chromium, 'Vera Visitor');
	await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
	expect(await packetsAtMediaServer(server)).toBe(0);
	await expectText(host, 'Direct');
	expect((await workstation.readVisit(visitId)).status).toBe('IN_PROGRESS');

	await press(host, 'Leave');
	await press(host, 'End for everybody');
	await expectText(client, 'The visit has ended');
	await expect.poll(async () => (await workstation.readVisit(visitId)).status).toBe('DONE');
});

test('Chromium and Firefox talk device to device', async () => {
	const firefox = await launchFirefox();
	try {
		const { host, client } = await startCall(firefox, 'Ferdinand Fox');
		await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
		expect(await packetsAtMediaServer(server)).toBe(0);
	} finally {
		await firefox.close();
	}
});
