import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { TurnClient } from './turnClient.ts';

/** A coturn of its own, on this machine alone. */
export interface TurnServer extends AsyncDisposable {
	/** As Samtal's configuration takes it. */
	url: string;
	port: number;
	secret: string;
}

/** What coturn needs to relay between two browsers of this machine, which no real one should. */
export const betweenBrowsersHere = ['--use-auth-secret', '--allow-loopback-peers', '--no-cli', '--no-tls', '--no-dtls'];

/** @param options what it is to be told besides its addresses and its secret */
export async function startTurnServer(options: readonly string[]): Promise<TurnServer> {
	const [port, folder] = await Promise.all([freePort(), mkdtemp(path.join(tmpdir(), 'samtal-turn-'))]);
	const secret = randomUUID();
	const addresses = ['--listening-ip=127.0.0.1', `--listening-port=${port}`, '--relay-ip=127.0.0.1'];
	const own = [`--static-auth-secret=${secret}`, '--realm=samtal.example'];
	const files = [`--pidfile=${folder}/pid`, `--userdb=${folder}/users`];
	const child = spawn('turnserver', [...options, ...addresses, ...own, ...files], { stdio: 'ignore' });
	const gone = once(child, 'exit');
	const client = new TurnClient(port, {});
	await client.reach();
	client.close();
	return {
		...{ url: `turn:127.0.0.1:${port}`, port, secret },
		async [Symbol.asyncDispose]() {
			child.kill('SIGTERM');
			await gone;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = z.object({ port: z.number() }).parse(probe.address());
	probe.close();
	return port;
}
