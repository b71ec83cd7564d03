import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../adapters/prisma/database.ts';

/** A database that one test file has to itself. */
export type TestDatabase = {
	readonly url: string;
	/** Removes it, cutting the connections that are still open. */
	readonly drop: () => Promise<void>;
};

/** Copies the run's migrated template: tens of milliseconds. Call it in `beforeAll`, and `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
	const template = new URL(inject('templateUrl'));
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await administer(template, `CREATE DATABASE "${name}" TEMPLATE "${template.pathname.slice(1)}" STRATEGY FILE_COPY`);
	const own = new URL(template);
	own.pathname = `/${name}`;
	return { url: own.href, drop: () => administer(template, `DROP DATABASE "${name}" WITH (FORCE)`) };
}

/** A database of its own with Prisma on it. `close` disconnects and removes it. */
export async function openTestDatabase(): Promise<{ url: string; db: Database; close: () => Promise<void> }> {
	const { url, drop } = await createTestDatabase();
	const db = openDatabase(url);
	const close = async () => {
		await db.$disconnect();
		await drop();
	};
	return { url, db, close };
}

/** NOTE: a template must have no connection while it is copied, hence the `postgres` database. */
async function administer(template: URL, sql: string): Promise<void> {
	const admin = new URL(template);
	admin.pathname = '/postgres';
	const client = new pg.Client({ connectionString: admin.href });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}
