import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { openPage } from '../support/browsers.ts';
import { joinLinkOf } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { admit, enterAsHost, openPeople, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('who was removed sees and hears nothing 2 s later, although a dishonest server and network go on', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const host = await enterAsHost(scene.browser, scene.server, visit.id);
	const client = await openPage(scene.browser, 'about:blank');
	await client.evaluateOnNewDocument(hearOnlyWhatIsWanted);
	await client.goto(joinLinkOf(visit));
	await press(client, 'Continue');
	await client.locator('button[data-devices="all"]').click();
	await client.locator('input[autocomplete=name]').fill('Vera Visitor');
	await client.locator('input[type=checkbox]').click();
	await press(client, 'Enter the waiting room');
	await admit(host, 'Vera Visitor', client);
	await expectMediaFlowing(client);

	// The removed page never hears of it, and the one that removes goes on sending.
	await client.evaluate(() => void Object.assign(window, { deaf: true }));
	await host.evaluate(() => {
		RTCPeerConnection.prototype.close = () => undefined;
	});
	await openPeople(host);
	await press(host, 'Remove Vera Visitor from the call');
	const removedAt = Date.now();
	await host.waitForSelector('figure[data-peer]:not([data-self])', { hidden: true });
	await new Promise((resolve) => setTimeout(resolve, removedAt + 2_000 - Date.now()));
	const before = await arrived(client);
	await expect
		.poll(async () => (await arrived(client)).packets - before.packets, { timeout: 30_000 })
		.toBeGreaterThan(200);
	const after = await arrived(client);
	expect(after.framesDecoded).toBe(before.framesDecoded);
	expect(after.audioEnergy - before.audioEnergy).toBeLessThan(1e-6);
});

/** Runs in the page: from `window.deaf` on, nothing that the server says arrives any more, nor that it hung up. */
function hearOnlyWhatIsWanted(): void {
	const filter = (event: Event) => {
		if (Reflect.get(window, 'deaf') === true) event.stopImmediatePropagation();
	};
	const Original = window.WebSocket;
	window.WebSocket = class extends Original {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			for (const name of ['message', 'close', 'error']) this.addEventListener(name, filter);
		}
	};
}

async function arrived(page: Page) {
	return page.evaluate(async () => {
		const connections = (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections;
		const sum = { packets: 0, framesDecoded: 0, audioEnergy: 0 };
		for (const connection of connections) {
			for (const entry of (await connection.getStats()).values()) {
				if (entry.type !== 'inbound-rtp') continue;
				sum.packets += entry.packetsReceived ?? 0;
				sum.framesDecoded += entry.framesDecoded ?? 0;
				sum.audioEnergy += entry.totalAudioEnergy ?? 0;
			}
		}
		return sum;
	});
}
