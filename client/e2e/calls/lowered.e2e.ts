import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { readCallLog } from '../../../shared/contract/callLog.ts';
import type { CallSession } from '../../features/call/session/CallSession.ts';
import { openPage } from '../support/browsers.ts';
import { joinLinkOf, startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { expectText, openPeople, openWorkstation, press, waitAtDoor } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

/** Somebody at the door whose browser has no way to encrypt frames. */
async function waitUnable(joinLink: string, name: string): Promise<Page> {
	const page = await openPage(scene.browser, 'about:blank');
	await page.evaluateOnNewDocument(() => {
		Reflect.deleteProperty(window, 'RTCRtpScriptTransform');
		for (const { prototype } of [RTCRtpSender, RTCRtpReceiver]) {
			for (const way of ['createEncodedStreams', 'transform']) Reflect.deleteProperty(prototype, way);
		}
	});
	await page.goto(joinLink);
	await press(page, 'Continue');
	await expectText(page, 'This browser cannot encrypt the visit');
	await page.locator('button[data-devices="all"]').click();
	await page.locator('input[autocomplete=name]').fill(name);
	await page.locator('input[type=checkbox]').click();
	await press(page, 'Enter the waiting room');
	await expectText(page, 'has been told that you are here');
	return page;
}

/** Whether screen readers of the page were told this. */
const announced = (page: Page, text: string) =>
	page.waitForFunction(
		(wanted) => [...document.querySelectorAll('[aria-live]')].some((region) => region.textContent?.includes(wanted)),
		{ polling: 50 },
		text,
	);

const lowered = async (page: Page): Promise<void> => {
	await page.waitForSelector('[data-encryption=lowered]');
	await expectText(page, 'Not end to end');
};

test('a browser that cannot encrypt is let in at a price for everybody, which all of them see', async () => {
	const { host, client, visit } = await startCall(scene, 'Vera Visitor');
	await expectEncrypted([host, client]);
	const link = await scene.workstation.inviteGuest(visit.id, 'Olga Old');
	const unable = await waitUnable(link, 'Olga Old');
	await openPeople(host);
	await expectText(host, 'This browser cannot encrypt from end to end');

	await press(host, 'Admit Olga Old');
	await press(host, 'Leave it encrypted');
	await expectText(unable, 'has been told that you are here');
	await expectEncrypted([host, client]);

	await press(host, 'Admit Olga Old');
	await press(host, 'Lower for everybody');
	const heard = announced(client, "The professional has lowered this visit's encryption");
	await unable.waitForSelector('aria/Leave[role="button"]');
	const pages = [host, client, unable];
	await Promise.all([heard, ...pages.map(lowered)]);
	await Promise.all(pages.map((page) => expectMediaFlowing(page, 2)));
	const log = () => scene.workstation.call(readCallLog, { params: { appointmentId: visit.id } });
	const told = async () => (await log()).encryption.map(({ state }) => state);
	await expect.poll(told).toEqual(['postQuantum', 'lowered']);
});

/** Lets in whoever waits, without a question, as a server could do by itself. */
const letIn = async (host: Page): Promise<void> => {
	await host.waitForSelector('aria/People, 1 at the door');
	await host.evaluate(async () => {
		const { session } = (window as unknown as { samtal: { session: CallSession } }).samtal;
		for (const { peerId } of session.store.getState().waiting) await session.admit(peerId);
	});
};

/** How many connections the page has now; the device check has closed its own. */
const connectionsOf = (page: Page) =>
	page.evaluate(() => {
		const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
		return peerConnections.filter(({ connectionState }) => connectionState !== 'closed').length;
	});

test('somebody whose browser cannot encrypt is neither seen nor heard in a call that was not lowered', async () => {
	const visit = await scene.workstation.bookVisit('Olga Old');
	const host = await openWorkstation(scene.browser, scene.server, `/call/${visit.id}?debug`);
	await press(host, 'Enter the room');
	const unable = await waitUnable(joinLinkOf(visit), 'Olga Old');
	await letIn(host);
	await unable.waitForSelector('aria/Leave[role="button"]');
	await press(host, 'Encrypted');
	await expectText(host, 'Without end-to-end encryption, so neither seen nor heard: Olga Old');
	await unable.waitForSelector('[data-encryption=starting]');
	await expectText(unable, 'Securing');
	expect(await connectionsOf(unable)).toBe(0);

	await press(host, 'Lower for everybody');
	await host.locator('[role=alertdialog] ::-p-text(Lower for everybody)').click();
	await Promise.all([host, unable].map((page) => expectMediaFlowing(page)));
	await Promise.all([host, unable].map(lowered));

	// It stays so when the host loads the page again, and whoever comes is told by the host.
	await host.reload();
	const guest = await waitAtDoor(
		scene.browser,
		await scene.workstation.inviteGuest(visit.id, 'Gus Guest'),
		'Gus Guest',
	);
	await letIn(host);
	const pages = [host, unable, guest];
	await Promise.all(pages.map(lowered));
	await Promise.all(pages.map((page) => expectMediaFlowing(page, 2)));
});
