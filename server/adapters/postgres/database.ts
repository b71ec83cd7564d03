import pg from 'pg';
import { EmbeddedPostgres } from './embedded/supervisor.ts';
import { checkExternal } from './external.ts';
import { applyMigrations } from './migrate.ts';

/** A running, migrated database. */
export type Database = {
	/** Connection string for node-postgres, Prisma's pg adapter and pg-boss. */
	readonly url: string;
	/** Ends the embedded server; an external one is left alone. */
	readonly stop: () => Promise<void>;
};

export type DatabaseSettings = {
	/** Folder of the embedded database. */
	readonly dataDir: string;
	/** A PostgreSQL to use instead of the embedded one. */
	readonly databaseUrl: string | undefined;
};

/**
 * Starts the embedded PostgreSQL, or connects to the given one, and applies the migrations.
 * @throws StartError with the way out
 */
export async function startDatabase({ dataDir, databaseUrl }: DatabaseSettings): Promise<Database> {
	const database = databaseUrl === undefined ? await EmbeddedPostgres.start(dataDir) : await external(databaseUrl);
	try {
		await migrate(database.url);
	} catch (error) {
		await database.stop();
		throw error;
	}
	return { url: database.url, stop: () => database.stop() };
}

async function external(url: string): Promise<Database> {
	await checkExternal(url);
	return { url, stop: () => Promise.resolve() };
}

async function migrate(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await applyMigrations(client);
	} finally {
		await client.end();
	}
}
