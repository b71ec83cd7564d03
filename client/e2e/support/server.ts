import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { z } from 'zod';
import { startDatabase } from '../../../server/adapters/postgres/database.ts';

const ready = z.object({
	url: z.url(),
	joinLink: z.url(),
	accounts: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
	outbox: z.url(),
	stripe: z.url(),
	health: z.url(),
});

/** The whole product in a process of its own, with a database that the test can look into. */
export type TestServer = z.infer<typeof ready> & {
	database: pg.Pool;
	process: ChildProcess;
	stop(): Promise<void>;
};

/** Starts the product on a free port with a fresh demo clinic, and with these settings of its own. */
export async function startServer(settings: Record<string, string> = {}): Promise<TestServer> {
	const dataDir = await mkdtemp(path.join(tmpdir(), 'samtal-e2e-'));
	const embedded = await startDatabase({ dataDir, databaseUrl: undefined });
	const child = spawn(process.execPath, ['server/main.ts', '--json'], {
		env: {
			...process.env,
			NODE_ENV: 'test',
			PORT: String(await freePort()),
			HOST: '127.0.0.1',
			SAMTAL_DATA_DIR: dataDir,
			DATABASE_URL: embedded.url,
			SFU_LISTEN_IP: '127.0.0.1',
			LOG_LEVEL: 'warn',
			...settings,
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const line = await Promise.race([
		firstLine(child),
		exited.then(() => Promise.reject(new Error(`The server ended with code ${child.exitCode} before it was ready`))),
	]);
	const database = new pg.Pool({ connectionString: embedded.url });
	return {
		...ready.parse(JSON.parse(line)),
		database,
		process: child,
		async stop() {
			await database.end();
			child.kill('SIGTERM');
			await exited;
			await embedded.stop();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}

async function firstLine(child: ChildProcess): Promise<string> {
	if (!child.stdout) throw new Error('The server has no standard output');
	for await (const line of createInterface({ input: child.stdout })) return line;
	throw new Error('The server printed nothing');
}

/** A TCP port that nothing listens on now. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port was given')),
			);
		});
	});
}

const health = z.object({
	media: z.object({
		packetsReceived: z.number(),
		workers: z.array(z.object({ pid: z.number(), rooms: z.number(), alive: z.boolean() })),
	}),
});

/** What the product says of its media server. */
export async function mediaHealth(server: TestServer): Promise<z.infer<typeof health>['media']> {
	const response = await fetch(server.health);
	return health.parse(await response.json()).media;
}

/** RTP packets that the media server has received from anybody since it started. */
export const packetsAtMediaServer = async (server: TestServer): Promise<number> =>
	(await mediaHealth(server)).packetsReceived;
