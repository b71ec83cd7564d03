import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** Starts the whole application on that database, until `stack` ends. Answers with its origin. */
export async function startApplication(
	stack: AsyncDisposableStack,
	dataDir: string,
	databaseUrl: string,
): Promise<string> {
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
