import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { listVisitPayments, requestPayment } from '../../../shared/contract/payments.ts';
import { addGuest, startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing, forgetConnections } from '../support/media.ts';
import { expectText, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';
import { packetsAtMediaServer } from '../support/server.ts';

const scene = setScene();

const tilesOf = (page: Page) =>
	page.$$eval('figure[data-peer]', (all) => all.map((tile) => tile.getAttribute('data-peer')).toSorted());
const online = (page: Page) =>
	page.waitForFunction(() => document.querySelector('[data-connection=lost]') === null, { polling: 50 });

/** How many peer connections the page has ever made. */
const connectionsOf = (page: Page) =>
	page.evaluate(() => (window as unknown as { peerConnections: unknown[] }).peerConnections.length);

test('the server is killed and started again: a call of two never pauses, and nobody asks to be let in', async () => {
	const { host, client, visit } = await startCall(scene, 'Vera Visitor');
	const pages = [host, client];
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	const code = await expectEncrypted(pages);
	const connections = await Promise.all(pages.map(connectionsOf));
	const [attendee] = visit.attendees;
	const body = {
		...{ id: randomUUID(), attendeeId: attendee?.id ?? '', amountMinor: 4_200 },
		...{ description: 'Consultation', byMail: false },
	};
	await scene.workstation.call(requestPayment, { params: { appointmentId: visit.id }, body });
	await expectText(client, 'Consultation');
	const tiles = await Promise.all(pages.map(tilesOf));
	await press(client, 'Raise hand');
	await host.waitForSelector('aria/Hand raised');

	await scene.server.kill();
	await Promise.all(pages.map((page) => page.waitForSelector('[data-connection=lost]')));
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	await scene.server.startAgain();
	await Promise.all(pages.map(online));
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	// The same keys over the same connections: there is nothing that could have paused.
	expect(await expectEncrypted(pages)).toBe(code);
	expect(await Promise.all(pages.map(connectionsOf))).toEqual(connections);

	expect(await Promise.all(pages.map(tilesOf))).toEqual(tiles);
	expect(await packetsAtMediaServer(scene.server)).toBe(0);
	const { payments } = await scene.workstation.call(listVisitPayments, { params: { appointmentId: visit.id } });
	expect(payments).toMatchObject([{ id: body.id, status: 'REQUESTED' }]);
	await expectText(client, 'Consultation');
	await host.reload();
	await host.waitForSelector('aria/Hand raised');
	await press(client, 'Lower hand');
	await host.waitForSelector('aria/Hand raised', { hidden: true });
});

// How long that takes is measured by `npm run bench:recovery`.
test('the server is killed and started again: a group has its media back by itself', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const guest = await addGuest(scene, call, 'Gus Guest');
	const pages = [call.host, call.client, guest];
	await Promise.all(pages.map((page) => expectMediaFlowing(page, 2)));
	const tiles = await Promise.all(pages.map(tilesOf));

	await scene.server.kill();
	await Promise.all(pages.map((page) => page.waitForSelector('[data-connection=lost]')));
	await Promise.all(pages.map(forgetConnections));
	await scene.server.startAgain();
	await Promise.all(pages.map((page) => expectMediaFlowing(page, 2)));
	expect(await Promise.all(pages.map(tilesOf))).toEqual(tiles);
	await expectEncrypted(pages);
});
