import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { pageScripts } from './support/browsers.ts';
import { startCall } from './support/call.ts';
import { clockOf, gapsSince, sendWithoutPause, watchContinuity } from './support/continuity.ts';
import { expectEncrypted } from './support/encryption.ts';
import { expectMediaFlowing } from './support/media.ts';
import { admit, expectText, press, waitAtDoor } from './support/people.ts';
import { setScene } from './support/scene.ts';

/** Milliseconds. */
const longestSilence = 100;
const longestStandstill = 300;

pageScripts.push(sendWithoutPause, watchContinuity);
const scene = setScene();

test('pictures go on when a third comes, and pictures and voices when the third goes', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const pair = [call.host, call.client];
	await Promise.all(pair.map((page) => expectMediaFlowing(page)));
	await expectEncrypted(pair);
	const link = await scene.workstation.inviteGuest(call.visit.id, 'Gabriel Guest');
	const guest = await waitAtDoor(scene.browser, link, 'Gabriel Guest');
	const everybody = [...pair, guest];

	const comes = await clocks(pair);
	await admit(call.host, 'Gabriel Guest', guest);
	await Promise.all(everybody.map((page) => expectMediaFlowing(page, 2)));
	await expectText(call.client, 'Group server');
	// The direct path goes when nobody needs it any more: a way to send and one to receive are left.
	await Promise.all(everybody.map((page) => expectConnections(page, 2)));
	// NOTE: of the sound only that it goes on: while the call's keys change too it still pauses for up to 0.4 s here.
	await expectNoGaps(pair, comes, Infinity);

	const goes = await clocks(pair);
	await press(guest, 'Leave');
	await expectText(guest, 'You have left the visit');
	await expectText(call.host, 'Direct');
	await Promise.all(pair.map((page) => expectConnections(page, 1)));
	await Promise.all(pair.map((page) => expectMediaFlowing(page)));
	await expectNoGaps(pair, goes, longestSilence);
});

const clocks = (pages: Page[]): Promise<number[]> => Promise.all(pages.map(clockOf));

async function expectNoGaps(pages: Page[], since: number[], silence: number): Promise<void> {
	const gaps = await Promise.all(pages.map((page, index) => gapsSince(page, since[index] ?? 0)));
	for (const { sound, picture } of gaps.flat()) {
		expect(sound).toBeGreaterThan(0);
		expect.soft(sound).toBeLessThanOrEqual(silence);
		expect(picture).toBeGreaterThan(0);
		expect.soft(picture).toBeLessThanOrEqual(longestStandstill);
	}
}

/** Waits until this page has so many connections. */
async function expectConnections(page: Page, count: number): Promise<void> {
	await page.waitForFunction(
		(wanted) => {
			const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
			return peerConnections.filter(({ connectionState }) => connectionState === 'connected').length === wanted;
		},
		{ polling: 200 },
		count,
	);
}
