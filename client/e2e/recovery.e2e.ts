import { connect, createServer, type Server, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { startCall } from './support/call.ts';
import { expectMediaFlowing } from './support/media.ts';
import { expectText } from './support/people.ts';
import { setScene } from './support/scene.ts';
import { freePort, packetsAtMediaServer, type TestServer } from './support/server.ts';

const scene = setScene();

test('a lost socket is mended by itself: the same tile stays, and the direct media never stops', async () => {
	const wire = await layWire(scene.server);
	const { host, client } = await startCall({ ...scene, server: { ...scene.server, url: wire.url } }, 'Vera Visitor');
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

interface Wire {
	url: string;
	/** Ends all connections and refuses new ones. */
	cut(): void;
	mend(): void;
	close(): void;
}

/** A way to the server that can be cut, as a network is. */
async function layWire(server: TestServer): Promise<Wire> {
	const port = await freePort();
	const target = Number(new URL(server.url).port);
	const sockets = new Set<Socket>();
	let up = true;
	const relay: Server = createServer((near) => {
		if (!up) return near.destroy();
		const far = connect(target, '127.0.0.1');
		for (const socket of [near, far]) {
			sockets.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => [near, far].forEach((end) => end.destroy()));
		}
		near.pipe(far).pipe(near);
		return undefined;
	});
	await new Promise<void>((resolve) => relay.listen(port, '127.0.0.1', resolve));
	const end = () => sockets.forEach((socket) => socket.destroy());
	return {
		url: `http://127.0.0.1:${port}/`,
		cut: () => {
			up = false;
			end();
		},
		mend: () => {
			up = true;
		},
		close: () => {
			end();
			relay.close();
		},
	};
}
