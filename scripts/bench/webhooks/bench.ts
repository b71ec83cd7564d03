import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Database } from '../../../server/adapters/prisma/database.ts';
import { startBackend } from '../application.ts';

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
	const { origin, databaseUrl, db } = await startBackend(opening);
	const bare = await startBare(opening, databaseUrl);
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
