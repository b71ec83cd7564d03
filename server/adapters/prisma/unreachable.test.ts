import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { layWire, type Wire } from '../../../signalling/testing/wire.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { openDatabase, sql } from './database.ts';
import { isUnreachable } from './unreachable.ts';

let database: TestDatabase;
let wire: Wire;
beforeAll(async () => {
	database = await createTestDatabase();
	wire = await layWire(socketOf(database.url));
});
afterAll(async () => {
	wire.close();
	await database.drop();
});

function socketOf(url: string): string {
	const { searchParams, port } = new URL(url);
	return path.join(searchParams.get('host') ?? '', `.s.PGSQL.${port || 5432}`);
}

/** The database by way of the wire. */
function openByWire() {
	const { pathname, username } = new URL(database.url);
	const db = openDatabase(`postgresql://${username}@127.0.0.1:${wire.port}${pathname}`);
	onTestFinished(() => db.$disconnect());
	return db;
}

test('a database that is away is told from a statement that is wrong, and is used again as soon as it is back', async () => {
	const db = openByWire();
	const statements = [
		() => db.clinic.count(),
		() => db.rows(sql`SELECT 1`),
		() => db.$transaction((tx) => tx.clinic.count()),
	];
	const failures = async () => {
		const settled = await Promise.allSettled(statements.map((run) => run()));
		return settled
			.filter(({ status }) => status === 'rejected')
			.map((failed) => isUnreachable(Reflect.get(failed, 'reason')));
	};
	expect(await failures()).toEqual([]);
	const underWay = db.$queryRaw`SELECT pg_sleep(60)`.then(undefined, isUnreachable);
	await expect
		.poll(() =>
			db.rows(sql`SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()`),
		)
		.toHaveLength(1);
	wire.cut();
	expect(await underWay).toBe(true);
	expect(await failures()).toEqual([true, true, true]);
	wire.mend();
	expect(await failures()).toEqual([]);
	const wrong = await db.rows(sql`SELECT 1 FROM nowhere`).then(undefined, (error: unknown) => error);
	expect(isUnreachable(wrong)).toBe(false);
});

test('a database that no longer answers is given up on in seconds', async () => {
	const db = openByWire();
	wire.freeze();
	const startedAt = Date.now();
	expect(await db.clinic.count().then(undefined, isUnreachable)).toBe(true);
	expect(Date.now() - startedAt).toBeLessThan(8_000);
	wire.mend();
	expect(await db.clinic.count()).toBe(0);
});
