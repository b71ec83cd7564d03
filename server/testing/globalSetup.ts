import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { EmbeddedPostgres } from '../adapters/postgres/embedded/supervisor.ts';
import { applyMigrations } from '../adapters/postgres/migrate.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Connection string of the run's PostgreSQL; its database is the migrated template. */
		templateUrl: string;
	}
}

/** One PostgreSQL for the whole run, with a migrated database that every test file's own one is copied from. */
export default async function startTestPostgres(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'samtal-test-'));
	chmodSync(dataDir, 0o711);
	const postgres = await EmbeddedPostgres.start(dataDir);
	const stop = async () => {
		await postgres.stop();
		rmSync(dataDir, { recursive: true });
	};
	try {
		const client = new pg.Client({ connectionString: postgres.url });
		await client.connect();
		await client.query('ALTER SYSTEM SET fsync = off');
		await client.query('SELECT pg_reload_conf()');
		await applyMigrations(client);
		await client.end();
	} catch (error) {
		await stop();
		throw error;
	}
	project.provide('templateUrl', postgres.url);
	return stop;
}
