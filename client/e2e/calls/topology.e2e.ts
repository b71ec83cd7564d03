import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { pageScripts } from '../support/browsers.ts';
import { startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { admit, expectText, press, waitAtDoor } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

pageScripts.push(watchClosing);
const scene = setScene();

// How long sound and picture pause meanwhile is measured by `npm run bench:switch`.
test('the old way of media goes when the new one is seen, when a third comes and when the third goes', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const pair = [call.host, call.client];
	await Promise.all(pair.map((page) => expectMediaFlowing(page)));
	await expectEncrypted(pair);
	const link = await scene.workstation.inviteGuest(call.visit.id, 'Gabriel Guest');
	const guest = await waitAtDoor(scene.browser, link, 'Gabriel Guest');
	const everybody = [...pair, guest];

	await admit(call.host, 'Gabriel Guest', guest);
	await Promise.all(everybody.map((page) => expectMediaFlowing(page, 2)));
	await expectText(call.client, 'Group server');
	// A way to send and one to receive are left.
	await Promise.all(everybody.map((page) => expectConnections(page, 2)));
	for (const page of pair) expect(await seenAtClosing(page)).toEqual([true]);

	await press(guest, 'Leave');
	await expectText(guest, 'You have left the visit');
	await expectText(call.host, 'Direct');
	await Promise.all(pair.map((page) => expectConnections(page, 1)));
	await Promise.all(pair.map((page) => expectMediaFlowing(page)));
	for (const page of pair) expect(await seenAtClosing(page)).toEqual([true, true, true]);
});

/** Runs in the page: notes of each connection that is closed while it stood whether another one showed pictures by then. */
function watchClosing(): void {
	const notes: Promise<boolean>[] = [];
	const { close } = RTCPeerConnection.prototype;
	const live = () => (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections;
	const shows = async (connection: RTCPeerConnection) =>
		[...(await connection.getStats()).values()].some(({ framesDecoded = 0 }) => framesDecoded > 0);
	RTCPeerConnection.prototype.close = function noted() {
		const others = live().filter((other) => other !== this && other.connectionState === 'connected');
		if (this.connectionState === 'connected')
			notes.push(Promise.all(others.map(shows)).then((shown) => shown.includes(true)));
		close.call(this);
	};
	Object.assign(window, { seenAtClosing: () => Promise.all(notes) });
}

const seenAtClosing = async (page: Page): Promise<boolean[]> =>
	z.array(z.boolean()).parse(await page.evaluate('seenAtClosing()'));

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
