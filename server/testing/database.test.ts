import pg from 'pg';
import { expect, it } from 'vitest';
import { createTestDatabase } from './database.ts';

const run = async (url: string, sql: string) => {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
};

it('gives each caller a migrated database of its own', async () => {
	const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
	await run(one.url, 'CREATE TABLE only_here (id int)');
	expect(await run(one.url, 'SELECT * FROM only_here')).toEqual([]);
	await expect(run(other.url, 'SELECT * FROM only_here')).rejects.toThrow('does not exist');
	expect(await run(other.url, 'SELECT count(*) > 0 AS known FROM _prisma_migrations')).toBeDefined();
	await one.drop();
	await other.drop();
	await expect(run(one.url, 'SELECT 1')).rejects.toThrow('does not exist');
});
