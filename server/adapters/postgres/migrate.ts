import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { StartError } from '../../startError.ts';

/** The key that `prisma migrate` itself locks with, so that the two never run at once. */
const MIGRATE_LOCK = 72_707_369;

/** Prisma's bookkeeping table, column for column: `prisma migrate` sees our migrations as its own. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
	"id" VARCHAR(36) PRIMARY KEY NOT NULL,
	"checksum" VARCHAR(64) NOT NULL,
	"finished_at" TIMESTAMPTZ,
	"migration_name" VARCHAR(255) NOT NULL,
	"logs" TEXT,
	"rolled_back_at" TIMESTAMPTZ,
	"started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
	"applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };
type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The project's migrations, oldest first. */
export const migrationsDir = path.resolve(import.meta.dirname, '../../../prisma/migrations');

/**
 * Applies what is missing, each migration in one transaction, and returns the names of those applied.
 * @throws StartError when a migration was edited after it was applied, or failed earlier or now
 */
export async function applyMigrations(db: ClientBase, dir: string = migrationsDir): Promise<string[]> {
	await db.query('SELECT pg_advisory_lock($1)', [MIGRATE_LOCK]);
	try {
		await db.query(BOOKKEEPING);
		const applied = await readApplied(db);
		const pending = readMigrations(dir).filter((migration) => !isApplied(migration, applied.get(migration.name)));
		for (const migration of pending) await apply(db, migration);
		return pending.map(({ name }) => name);
	} finally {
		await db.query('SELECT pg_advisory_unlock($1)', [MIGRATE_LOCK]);
	}
}

function readMigrations(dir: string): Migration[] {
	return readdirSync(dir, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.toSorted()
		.map((name) => {
			const sql = readFileSync(path.join(dir, name, 'migration.sql'), 'utf8');
			return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
		});
}

async function readApplied(db: ClientBase): Promise<Map<string, Applied>> {
	const { rows } = await db.query<Applied>(
		'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
	);
	return new Map(rows.map((row) => [row.migration_name, row]));
}

function isApplied({ name, checksum }: Migration, row: Applied | undefined): boolean {
	if (row === undefined) return false;
	if (row.finished_at === null) {
		throw new StartError(`Migration ${name} failed earlier: resolve it ("prisma migrate resolve"), then start again.`);
	}
	if (row.checksum !== checksum) {
		throw new StartError(
			`Migration ${name} was edited after it was applied: restore the file, and change the schema with a new migration.`,
		);
	}
	return true;
}

async function apply(db: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
	await db.query('BEGIN');
	try {
		// Without parameters the whole script is sent as one: several statements and $$ bodies are fine.
		await db.query(sql);
		await db.query(
			`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
			 VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
			[randomUUID(), checksum, name],
		);
		await db.query('COMMIT');
	} catch (error) {
		await db.query('ROLLBACK');
		const reason = error instanceof Error ? error.message : String(error);
		throw new StartError(`Migration ${name} failed and was undone: ${reason}`, { cause: error });
	}
}
