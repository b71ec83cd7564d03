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
	/** Kills the process at once, as a crash does. */
	kill(): Promise<void>;
	/** Starts it again, on the same port and with the same data. Resolves when it answers. */
	startAgain(): Promise<void>;
	stop(): Promise<void>;
};

interface StartOptions {
	/** An empty or migrated one, for this server alone; without it an embedded one is started. */
	database?: { url: string; drop: () => Promise<void> };
	/** Leads it to its database another way than straight. */
	wayTo?: (databaseUrl: string) => Promise<string>;
	/** Settings beside those of every test. */
	settings?: Record<string, string>;
}

/** Starts the product on a free port with a fresh demo clinic. */
export async function startServer({ database: given, wayTo, settings }: StartOptions = {}): Promise<TestServer> {
	const dataDir = await mkdtemp(path.join(tmpdir(), 'samtal-e2e-'));
	const { url: databaseUrl, drop } = given ?? (await startEmbedded(dataDir));
	const env = {
		NODE_ENV: 'test',
		PORT: String(await freePort()),
		HOST: '127.0.0.1',
		SAMTAL_DATA_DIR: dataDir,
		DATABASE_URL: wayTo ? await wayTo(databaseUrl) : databaseUrl,
		SFU_LISTEN_IP: '127.0.0.1',
		LOG_LEVEL: 'warn',
		...settings,
	};
	let running = await run(env);
	const database = new pg.Pool({ connectionString: databaseUrl });
	return {
		...running.ready,
		database,
		get process() {
			return running.child;
		},
		async kill() {
			running.child.kill('SIGKILL');
			await running.exited;
		},
		async startAgain() {
			running = await run(env);
		},
		async stop() {
			await database.end();
			running.child.kill('SIGTERM');
			await running.exited;
			await drop();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}

async function startEmbedded(dataDir: string) {
	const { url, stop } = await startDatabase({ dataDir, databaseUrl: undefined });
	return { url, drop: stop };
}

async function run(env: Record<string, string>) {
	const child = spawn(process.execPath, ['server/main.ts', '--json'], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const line = await Promise.race([
		firstLine(child),
		exited.then(() => Promise.reject(new Error(`The server ended with code ${child.exitCode} before it was ready`))),
	]);
	return { child, exited, ready: ready.parse(JSON.parse(line)) };
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
