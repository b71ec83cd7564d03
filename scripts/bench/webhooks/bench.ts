import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startDatabase } from '../../../server/adapters/postgres/database.ts';
import { openDatabase, type Database } from '../../../server/adapters/prisma/database.ts';
import { startApplication } from '../application.ts';

export interface WebhookBench extends AsyncDisposable {
	db: Database;
	/** Where each takes webhooks. */
	ours: string;
	bare: string;
	untilApplied(): Promise<void>;
}

const pollMs = 20;

/** The application and the bare server, each in a process of its own, on one database in a temporary folder. */
export async function openWebhookBench(): Promise<WebhookBench> {
	await using opening = new AsyncDisposableStack();
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'samtal-bench-'));
	chmodSync(dataDir, 0o711);
	opening.defer(() => rmSync(dataDir, { recursive: true, force: true }));
	const database = await startDatabase({ dataDir, databaseUrl: undefined });
	opening.defer(() => database.stop());
	const origin = await startApplication(opening, dataDir, database.url);
	const bare = await startBare(opening, database.url);
	const db = openDatabase(database.url);
	opening.defer(() => db.$disconnect());
	const open = opening.move();
	return {
		...{ db, bare, ours: `${origin}/api/stripe/webhook` },
		async untilApplied() {
			while ((await db.stripeEvent.count({ where: { processedAt: null } })) > 0) {
				await new Promise((resolve) => setTimeout(resolve, pollMs));
			}
		},
		[Symbol.asyncDispose]: () => open.disposeAsync(),
	};
}

async function startBare(stack: AsyncDisposableStack, databaseUrl: string): Promise<string> {
	const script = path.join(import.meta.dirname, 'bare.ts');
	const server = spawn(process.execPath, [script, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
	stack.defer(async () => {
		if (server.exitCode !== null) return;
		server.kill('SIGTERM');
		await once(server, 'exit');
	});
	for await (const line of createInterface({ input: server.stdout })) return line;
	throw new Error('The bare server ended before it was ready.');
}
