// `npm run migration -- NAME`: writes the next migration from what changed in prisma/schema.prisma.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from '../server/adapters/postgres/database.ts';
import { migrationsDir } from '../server/adapters/postgres/migrate.ts';
import { diffSchema } from './migration/diff.ts';

/** As Prisma names them: UTC time to the second, then what it is for. */
function migrationFolder(name: string, now: Date): string {
	return path.join(migrationsDir, `${now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}_${name}`);
}

async function main(name: string | undefined): Promise<number> {
	if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
		process.stderr.write('Say what the migration is for, in small letters: npm run migration -- add_rooms\n');
		return 1;
	}
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'samtal-migration-'));
	const database = await startDatabase({ dataDir, databaseUrl: undefined });
	try {
		const sql = await diffSchema(database.url);
		if (sql === undefined) {
			process.stdout.write('The migrations say what the schema says: nothing to write.\n');
			return 0;
		}
		const folder = migrationFolder(name, new Date());
		mkdirSync(folder, { recursive: true });
		writeFileSync(path.join(folder, 'migration.sql'), sql);
		process.stdout.write(`${path.relative(process.cwd(), folder)}/migration.sql\n`);
		return 0;
	} finally {
		await database.stop();
		rmSync(dataDir, { recursive: true });
	}
}

process.exitCode = await main(process.argv[2]);
