import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../testing/database.ts';
import { sql, sqlState, sqlStateOf, type Database } from './database.ts';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
	({ db, close } = await openTestDatabase());
});
afterAll(() => close());

test('a statement is answered with its rows, the same with Prisma beside it', async () => {
	const several = Array.from({ length: 30 }, (_, index) => db.rows(sql`SELECT ${index}::int AS n`));
	expect(await db.clinic.count()).toBe(0);
	expect((await Promise.all(several)).flat()).toEqual(Array.from({ length: 30 }, (_, n) => ({ n })));
});

test('a refused statement tells its code and constraint, and no value', async () => {
	await db.rows(sql`CREATE TABLE "Only" ("once" text CONSTRAINT "Only_once" UNIQUE)`);
	const insert = () => db.rows(sql`INSERT INTO "Only" VALUES (${'a secret'})`);
	await insert();
	const failure = await insert().catch((error: unknown) => error);
	expect(sqlStateOf(failure)).toBe(sqlState.uniqueViolation);
	expect(failure).toMatchObject({ message: expect.stringContaining('Only_once') });
	expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('a secret');
});
