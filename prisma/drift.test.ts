import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diffSchema } from '../scripts/migration/diff.ts';
import { createTestDatabase, type TestDatabase } from '../server/testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

it('the migrations make just what the schema describes, and a difference would be seen', async () => {
	expect(await diffSchema(database.url)).toBeUndefined();
	const client = new pg.Client({ connectionString: database.url });
	await client.connect();
	await client.query('ALTER TABLE "Clinic" ADD COLUMN "forgotten" text');
	await client.end();
	expect(await diffSchema(database.url)).toContain('DROP COLUMN "forgotten"');
});
