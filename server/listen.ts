import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { StartError } from './startError.ts';

/** The server to attach to, not listening yet: plain HTTP, or HTTPS with the data folder's own certificate. */
export async function createWebServer(
	listener: RequestListener,
	https: { dataDir: string } | undefined,
): Promise<Server> {
	return https ? createHttpsServer(await ownCertificate(https.dataDir), listener) : createHttpServer(listener);
}

/** @throws StartError when the port is taken or may not be used */
export function listen(server: Server, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
		server.listen(port, host, resolve);
	});
}

/** How long an answer may still take when the server stops; requests that write take well below a second. */
const patienceMs = 10_000;

/** Takes no more requests and waits for those that are being answered, so that nobody is told of a failure that was none. */
export async function finishRequests(server: Server, longestMs = patienceMs): Promise<void> {
	if (!server.listening) return;
	const closed = once(server, 'close');
	server.close();
	// A connection that is kept for another request is idle only after its answer is out.
	const sweep = setInterval(() => server.closeIdleConnections(), 20);
	const cut = setTimeout(() => server.closeAllConnections(), longestMs);
	await closed;
	clearInterval(sweep);
	clearTimeout(cut);
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
	switch (error.code) {
		case 'EADDRINUSE':
			return new StartError(`Port ${port} is taken: end the program that uses it, or choose another one with PORT.`);
		case 'EACCES':
			return new StartError(`Port ${port} may not be used by this account: choose one above 1023 with PORT.`);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return new StartError(`HOST ${host} is not an address of this machine: correct it, or leave it out.`);
		default:
			return error;
	}
}

/** The address at which other devices on the network reach this machine. */
export function networkAddress(): string {
	const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
	return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

async function ownCertificate(dataDir: string): Promise<{ key: string; cert: string }> {
	const file = path.join(dataDir, 'certificate.pem');
	if (!existsSync(file)) {
		const pems = await generate([{ name: 'commonName', value: 'Samtal' }], {
			keyType: 'ec',
			notAfterDate: new Date(Date.now() + 365 * 86_400_000),
			extensions: [
				{
					name: 'subjectAltName',
					altNames: [
						{ type: 2, value: 'localhost' },
						{ type: 7, ip: networkAddress() },
					],
				},
			],
		});
		writeFileSync(file, pems.private + pems.cert, { mode: 0o600 });
	}
	const pem = readFileSync(file, 'utf8');
	return { key: pem, cert: pem };
}
