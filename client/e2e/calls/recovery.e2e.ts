import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { launchChromium } from '../support/browsers.ts';
import { startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { expectText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';
import { packetsAtMediaServer } from '../support/server.ts';
import { watchTiles } from '../support/tiles.ts';
import { layWire } from '../../../signalling/testing/wire.ts';

const scene = setScene();

const ownTile = (page: Page) => page.$eval('figure[data-self]', (tile) => tile.getAttribute('data-peer'));

const tilesOf = (page: Page) =>
	page.$$eval('figure[data-peer]', (all) => all.map((tile) => tile.getAttribute('data-peer')));

test('a lost socket is mended by itself: the same tile stays, and the direct media never stops', async () => {
	const wire = await layWire(Number(new URL(scene.server.url).port));
	const url = `http://127.0.0.1:${wire.port}/`;
	const { host, client } = await startCall({ ...scene, server: { ...scene.server, url } }, 'Vera Visitor');
	await expectMediaFlowing(host);
	const before = await tilesOf(host);

	wire.cut();
	await expectText(host, 'Reconnecting');
	await expectMediaFlowing(client);
	wire.mend();
	await host.waitForFunction(() => !document.body.innerText.includes('Reconnecting'), { timeout: 20_000 });
	expect(await tilesOf(host)).toEqual(before);
	await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
	expect(await packetsAtMediaServer(scene.server)).toBe(0);
	wire.close();
});

test('a laptop that slept comes back as the same person: one tile, and media both ways', async () => {
	const laptop = await launchChromium();
	// Negative: the browser with all its processes, none of which hears anything meanwhile.
	const signal = (name: NodeJS.Signals) => process.kill(-(laptop.process()?.pid ?? Number.NaN), name);
	const { host, client } = await startCall(scene, 'Vera Visitor', laptop);
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	const seen = await watchTiles(host);
	const selfId = await ownTile(client);

	signal('SIGSTOP');
	try {
		await host.waitForSelector('aria/Connection lost, coming back', { timeout: 20_000 });
	} finally {
		signal('SIGCONT');
	}
	await host.waitForSelector('aria/Connection lost, coming back', { hidden: true });
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	await expectEncrypted([host, client]);
	const { tiles, left } = await seen();
	expect(tiles).toHaveLength(1);
	expect(left).toBe(false);
	expect(await ownTile(client)).toBe(selfId);
	await laptop.close();
});
