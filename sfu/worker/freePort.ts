import { once } from 'node:events';
import { createServer } from 'node:net';

/** A TCP port on `ip` that nobody listens on at this moment. */
export async function freePort(ip: string): Promise<number> {
	const server = createServer().listen(0, ip);
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error(`No free port on ${ip}.`);
	return address.port;
}
