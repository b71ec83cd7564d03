import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, as a network is. */
export interface Wire {
	port: number;
	/** Ends all connections and refuses new ones. */
	cut(): void;
	/** Nothing passes any more, and neither side hears of it: connections stay half open. */
	freeze(): void;
	/** What was frozen goes on, and new connections pass. */
	mend(): void;
	close(): void;
}

/**
 * Listens on a free port of this machine.
 * @param target a port of this machine, or the path of a Unix socket
 */
export async function layWire(target: number | string, listenOn = { host: '127.0.0.1', port: 0 }): Promise<Wire> {
	const links = new Set<readonly [Socket, Socket]>();
	let state: 'up' | 'frozen' | 'cut' = 'up';
	const relay = createServer((near) => {
		if (state === 'cut') return near.destroy();
		const far = typeof target === 'string' ? connect(target) : connect(target, '127.0.0.1');
		const link = [near, far] as const;
		links.add(link);
		for (const socket of link) {
			socket.on('error', () => undefined);
			socket.on('close', () => {
				if (state === 'frozen') return;
				links.delete(link);
				link.forEach((end) => end.destroy());
			});
		}
		if (state === 'up') near.pipe(far).pipe(near);
		return undefined;
	}).listen(listenOn.port, listenOn.host);
	await once(relay, 'listening');
	const address = relay.address();
	const end = () => links.forEach((link) => link.forEach((socket) => socket.destroy()));
	return {
		port: typeof address === 'object' && address ? address.port : 0,
		cut: () => {
			state = 'cut';
			end();
		},
		freeze: () => {
			state = 'frozen';
			for (const [near, far] of links) {
				near.unpipe(far);
				far.unpipe(near);
			}
		},
		mend: () => {
			state = 'up';
			for (const link of links) {
				if (link.some((socket) => socket.destroyed)) link.forEach((socket) => socket.destroy());
				else link[0].pipe(link[1]).pipe(link[0]);
			}
		},
		close: () => {
			end();
			relay.close();
		},
	};
}
