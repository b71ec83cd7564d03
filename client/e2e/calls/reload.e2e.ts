import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { addGuest, startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing, forgetConnections } from '../support/media.ts';
import { expectText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';
import { watchTiles } from '../support/tiles.ts';

const scene = setScene();

/** Loads the page again, and waits until it and the others have media of all. How long it takes: `npm run bench:recovery`. */
async function reload(page: Page, others: readonly Page[]): Promise<void> {
	await Promise.all(others.map(forgetConnections));
	await page.reload({ waitUntil: 'domcontentloaded' });
	await Promise.all([page, ...others].map((each) => expectMediaFlowing(each, others.length)));
}

test.each(['client', 'host'] as const)('of two, the %s loads the page again: the same peer', async (who) => {
	const call = await startCall(scene, 'Vera Visitor');
	const [page, other] = who === 'client' ? [call.client, call.host] : [call.host, call.client];
	await Promise.all([page, other].map((each) => expectMediaFlowing(each)));
	const seen = await watchTiles(other);
	await reload(page, [other]);
	await expectEncrypted([page, other]);
	const { tiles, left } = await seen();
	expect(tiles).toHaveLength(1);
	expect(left).toBe(false);
});

test('of three, one loads the page again: the others keep their tiles, and all have media', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const guest = await addGuest(scene, call, 'Gus Guest');
	const others = [call.host, guest];
	await Promise.all([call.client, ...others].map((page) => expectMediaFlowing(page, 2)));
	const seen = await watchTiles(call.host);
	await call.client.reload({ waitUntil: 'domcontentloaded' });
	await Promise.all([call.client, ...others].map((page) => expectMediaFlowing(page, 2)));
	await expectEncrypted([call.client, ...others]);
	const { tiles, left } = await seen();
	expect(tiles).toHaveLength(1);
	expect(left).toBe(false);
});

test('a tab that is copied takes the place of the first, which says so and stays out', async () => {
	const { host, client } = await startCall(scene, 'Vera Visitor');
	await expectMediaFlowing(host);
	const seen = await watchTiles(host);
	await forgetConnections(host);
	// Opened by a page of the same origin, a tab has a copy of its session storage, as one that is duplicated has.
	const opened = new Promise<Page | null>((resolve) => client.once('popup', resolve));
	await client.evaluate(() => void window.open(location.href));
	const copy = await opened;
	if (!copy) throw new Error('No tab');
	await expectText(client, 'The visit goes on elsewhere');
	await copy.waitForSelector('aria/Leave[role="button"]');
	await expectMediaFlowing(host);
	expect((await seen()).tiles).toHaveLength(1);
	await client.reload();
	await expectText(client, 'Continue');
});
