import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { applyMigrations } from './migrate.ts';

let database: TestDatabase;
let client: pg.Client;
let dir: string;

beforeEach(async () => {
	database = await createTestDatabase();
	client = new pg.Client({ connectionString: database.url });
	await client.connect();
	await client.query('DROP TABLE _prisma_migrations');
	dir = mkdtempSync(path.join(os.tmpdir(), 'samtal-migrations-'));
});
afterEach(async () => {
	await client.end();
	await database.drop();
	rmSync(dir, { recursive: true });
});

const write = (name: string, sql: string) => {
	mkdirSync(path.join(dir, name), { recursive: true });
	writeFileSync(path.join(dir, name, 'migration.sql'), sql);
};
const tables = async () => {
	const { rows } = await client.query<{ name: string }>(
		"SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'mig_%' ORDER BY 1",
	);
	return rows.map(({ name }) => name);
};

it('applies in order what is new, once', async () => {
	write('2_b', 'ALTER TABLE mig_a RENAME TO mig_b;');
	write('1_a', 'CREATE TABLE mig_a (id int); DO $$ BEGIN INSERT INTO mig_a VALUES (1); END $$;');
	expect(await applyMigrations(client, dir)).toEqual(['1_a', '2_b']);
	write('3_c', 'CREATE TABLE mig_c (id int);');
	expect(await applyMigrations(client, dir)).toEqual(['3_c']);
	expect(await applyMigrations(client, dir)).toEqual([]);
	expect(await tables()).toEqual(['mig_b', 'mig_c']);
});

it('refuses one that was edited after it was applied', async () => {
	write('1_a', 'CREATE TABLE mig_a (id int);');
	await applyMigrations(client, dir);
	write('1_a', 'CREATE TABLE mig_a (id bigint);');
	write('2_b', 'CREATE TABLE mig_b (id int);');
	await expect(applyMigrations(client, dir)).rejects.toThrow('Migration 1_a was edited after it was applied');
	expect(await tables()).toEqual(['mig_a']);
});

it('undoes the whole of one that fails, keeps those before it, and goes on once it is mended', async () => {
	write('1_a', 'CREATE TABLE mig_a (id int);');
	write('2_b', 'CREATE TABLE mig_b (id int); CREATE TABLE mig_a (id int);');
	await expect(applyMigrations(client, dir)).rejects.toThrow(/^Migration 2_b failed and was undone: .*already exists$/);
	expect(await tables()).toEqual(['mig_a']);
	write('2_b', 'CREATE TABLE mig_b (id int);');
	expect(await applyMigrations(client, dir)).toEqual(['2_b']);
});

it('applies each once when two start at the same moment', async () => {
	write('1_a', 'CREATE TABLE mig_a (id int); SELECT pg_sleep(0.1);');
	const other = new pg.Client({ connectionString: database.url });
	await other.connect();
	const applied = await Promise.all([applyMigrations(client, dir), applyMigrations(other, dir)]);
	await other.end();
	expect(applied.flat()).toEqual(['1_a']);
});

it('refuses to go on after one that Prisma recorded as failed', async () => {
	write('1_a', 'CREATE TABLE mig_a (id int);');
	await applyMigrations(client, dir);
	await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
	await expect(applyMigrations(client, dir)).rejects.toThrow('Migration 1_a failed earlier');
});
