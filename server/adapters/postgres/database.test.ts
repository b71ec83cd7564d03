import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from './database.ts';

let dataDir: string;
const started: Database[] = [];

const newDataDir = () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'samtal-db-'));
	chmodSync(folder, 0o711);
	return folder;
};

beforeAll(() => {
	dataDir = newDataDir();
});
afterEach(async () => {
	for (const database of started.splice(0)) await database.stop();
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const start = async (folder = dataDir) => {
	const database = await startDatabase({ dataDir: folder, databaseUrl: undefined });
	started.push(database);
	return database;
};

const query = async (url: string, sql: string) => {
	const client = new pg.Client({ connectionString: url });
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
};

const postmasterPid = () =>
	Number.parseInt(readFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);

/** Whether the process runs; one that has ended and was not yet collected by its parent does not. */
const isAlive = (pid: number) => {
	try {
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
};

/** Starts the database in another process; resolves when it runs or was refused. */
const startElsewhere = async (folder = dataDir): Promise<{ child: ChildProcess; line: string }> => {
	const code = `
		import { startDatabase } from ${JSON.stringify(path.join(import.meta.dirname, 'database.ts'))};
		try {
			const { url } = await startDatabase({ dataDir: ${JSON.stringify(folder)}, databaseUrl: undefined });
			console.log(url);
			setInterval(() => undefined, 1000);
		} catch (error) {
			console.log(error.message);
		}`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [line] = await once(createInterface({ input: child.stdout }), 'line');
	return { child, line: String(line) };
};

const kill = async (child: ChildProcess) => {
	if (child.exitCode !== null) return;
	child.kill('SIGKILL');
	await once(child, 'exit');
};

describe('the embedded database', () => {
	it('starts with the migrations applied, keeps what was written, and really ends', async () => {
		const first = await start();
		await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
		const pid = postmasterPid();
		expect(isAlive(pid)).toBe(true);
		await first.stop();
		expect(isAlive(pid)).toBe(false);

		const second = await start();
		expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
		const migrations = await query(second.url, 'SELECT migration_name FROM _prisma_migrations ORDER BY 1');
		const folders = readdirSync(path.resolve('prisma/migrations'), { withFileTypes: true });
		expect(migrations.map(({ migration_name: name }) => name)).toEqual(
			folders.filter((entry) => entry.isDirectory()).map(({ name }) => name),
		);
	});

	it('listens on no network port', async () => {
		const { url } = await start();
		expect(await query(url, "SELECT current_setting('listen_addresses') AS addresses")).toEqual([{ addresses: '' }]);
	});

	it('takes over the server that a killed process left behind, with all that was committed', async () => {
		const { child, line: url } = await startElsewhere();
		await query(url, 'CREATE TABLE committed AS SELECT 1 AS one');
		const pid = postmasterPid();
		await kill(child);
		expect(isAlive(pid)).toBe(true);

		const database = await start();
		expect(postmasterPid()).toBe(pid);
		expect(await query(database.url, 'SELECT one FROM committed')).toEqual([{ one: 1 }]);
		await database.stop();
		expect(isAlive(pid)).toBe(false);
	});

	it('refuses a second owner while the first is alive', async () => {
		const { child, line: url } = await startElsewhere();
		try {
			await expect(start()).rejects.toThrow(
				`Another Samtal uses the data folder ${dataDir}: stop that one, or choose another folder with SAMTAL_DATA_DIR.`,
			);
			expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
		} finally {
			await kill(child);
			await start();
		}
	});

	it('has one owner when three start on a new folder at once', async () => {
		const folder = newDataDir();
		const all = await Promise.all([startElsewhere(folder), startElsewhere(folder), startElsewhere(folder)]);
		try {
			const lines = all.map(({ line }) => line);
			expect(lines.filter((line) => line.startsWith('postgresql://'))).toHaveLength(1);
			expect(lines.filter((line) => line.startsWith('Another Samtal uses'))).toHaveLength(2);
			expect(readdirSync(path.join(folder, 'postgres')).toSorted()).toEqual(['cluster', 'postgres.log']);
		} finally {
			for (const { child } of all) await kill(child);
			await (await start(folder)).stop();
			rmSync(folder, { recursive: true });
		}
	});

	it('starts over a lock file whose number belongs to another process by now', async () => {
		const { stop } = await start();
		await stop();
		writeFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n`);
		expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
	});

	it('brings back a server that was killed', async () => {
		const { url } = await start();
		await query(url, 'CREATE TABLE survives AS SELECT 1 AS one');
		const killed = postmasterPid();
		process.kill(killed, 'SIGKILL');
		await expect
			.poll(() => query(url, 'SELECT one FROM survives').catch(() => []), { timeout: 15_000 })
			.toEqual([{ one: 1 }]);
		expect(postmasterPid()).not.toBe(killed);
	});

	it('does not come back when it is stopped while it is being brought back', async () => {
		const { url, stop } = await start();
		const killed = postmasterPid();
		process.kill(killed, 'SIGKILL');
		await expect
			.poll(() => query(url, 'SELECT 1 AS one').catch(() => []), { interval: 5, timeout: 15_000 })
			.toEqual([{ one: 1 }]);
		await stop();
		expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
	});
});

describe('a database of one’s own', () => {
	it('is used and left running', async () => {
		const { url } = await start();
		const database = await startDatabase({ dataDir: '/nowhere', databaseUrl: url });
		await database.stop();
		expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
	});

	it('that does not answer is named without its password', async () => {
		const databaseUrl = 'postgresql://samtal:geheim@127.0.0.1:1/samtal';
		const refused = startDatabase({ dataDir, databaseUrl });
		await expect(refused).rejects.toThrow(/^DATABASE_URL does not answer \(127\.0\.0\.1:1: ECONNREFUSED\): [^\n]+$/);
		await expect(refused).rejects.toThrow(/^(?!.*geheim)/);
	});
});
