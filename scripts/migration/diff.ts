import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { CataloguePg } from './cataloguePg.ts';

const schemaFile = path.resolve(import.meta.dirname, '../../prisma/schema.prisma');

/** The engine's exit code that means "there is a difference". */
const DIFFERENT = 2;

/**
 * Compares a database that has all migrations with prisma/schema.prisma. Resolves with the SQL that leads from
 * the one to the other, or undefined when they agree. Prisma's own schema engine does it, as WebAssembly: the
 * native one is downloaded from outside, which may be refused.
 */
export async function diffSchema(databaseUrl: string): Promise<string | undefined> {
	const files = [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }];
	const engine = await SchemaEngine.new(
		{ datamodels: files.map((file) => [file.path, file.content]) },
		() => undefined,
		bindMigrationAwareSqlAdapterFactory(new CataloguePg(databaseUrl)),
	);
	const { exitCode, stdout } = await engine.diff({
		from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaFile) },
		to: { tag: 'schemaDatamodel', files },
		script: true,
		exitCode: true,
		filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
	});
	return exitCode === DIFFERENT ? (stdout ?? '') : undefined;
}
