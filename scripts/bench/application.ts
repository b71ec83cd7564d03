import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startDatabase } from '../../server/adapters/postgres/database.ts';
import { openDatabase, type Database } from '../../server/adapters/prisma/database.ts';

/** The whole application on a database in a temporary folder, until `stack` ends. */
export async function startBackend(
	stack: AsyncDisposableStack,
): Promise<{ origin: string; databaseUrl: string; db: Database }> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'samtal-bench-'));
	chmodSync(dataDir, 0o711);
	stack.defer(() => rmSync(dataDir, { recursive: true, force: true }));
	const { url: databaseUrl, stop } = await startDatabase({ dataDir, databaseUrl: undefined });
	stack.defer(() => stop());
	const origin = await startApplication(stack, dataDir, databaseUrl);
	const db = openDatabase(databaseUrl);
	stack.defer(() => db.$disconnect());
	return { origin, databaseUrl, db };
}

async function startApplication(stack: AsyncDisposableStack, dataDir: string, databaseUrl: string): Promise<string> {
	const settings = { PORT: String(await freePort()), SAMTAL_DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
	const application = spawn(process.execPath, ['server/main.ts', '--json'], {
		env: { ...process.env, ...settings, LOG_LEVEL: 'error' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	stack.defer(async () => {
		if (application.exitCode !== null) return;
		application.kill('SIGTERM');
		await once(application, 'exit');
	});
	for await (const line of createInterface({ input: application.stdout })) {
		return new URL(z.object({ url: z.url() }).parse(JSON.parse(line)).url).origin;
	}
	throw new Error('The application ended before it was ready.');
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = z.object({ port: z.number() }).parse(probe.address());
	probe.close();
	return address.port;
}
