import { expect, test } from 'vitest';
import { startCall } from './support/call.ts';
import { expectMediaFlowing } from './support/media.ts';
import { expectText } from './support/people.ts';
import { setScene } from './support/scene.ts';
import { packetsAtMediaServer } from './support/server.ts';
import { layWire } from '../../signalling/testing/wire.ts';

const scene = setScene();

test('a lost socket is mended by itself: the same tile stays, and the direct media never stops', async () => {
	const wire = await layWire(Number(new URL(scene.server.url).port));
	const url = `http://127.0.0.1:${wire.port}/`;
	const { host, client } = await startCall({ ...scene, server: { ...scene.server, url } }, 'Vera Visitor');
	await expectMediaFlowing(host);
	const tiles = () => host.$$eval('figure[data-peer]', (all) => all.map((tile) => tile.getAttribute('data-peer')));
	const before = await tiles();

	wire.cut();
	await expectText(host, 'Reconnecting');
	await expectMediaFlowing(client);
	wire.mend();
	await host.waitForFunction(() => !document.body.innerText.includes('Reconnecting'), { timeout: 20_000 });
	expect(await tiles()).toEqual(before);
	await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
	expect(await packetsAtMediaServer(scene.server)).toBe(0);
	wire.close();
});
