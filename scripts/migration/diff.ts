import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
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
	await (engineLoaded ??= loadEngine());
	const files = [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }];
	const engine = await bindings.SchemaEngine.new(
		{ datamodels: files.map((file) => [file.path, file.content]) },
		() => undefined,
		bindMigrationAwareSqlAdapterFactory(new CataloguePg(databaseUrl)),
	);
	const { exitCode, stdout } = await engine.diff({
		from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaFile) },
		to: { tag: 'schemaDatamodel', files },
		script: true,
		exitCode: true,
		shadowDatabaseUrl: null,
		filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
	});
	return exitCode === DIFFERENT ? (stdout ?? '') : undefined;
}

/** Once per process: the bindings are module-wide. */
let engineLoaded: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
	const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
	const module = await WebAssembly.compile(readFileSync(script.replace(/\.js$/, '.wasm')));
	const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': { ...bindings } });
	bindings.__wbg_set_wasm(instance.exports);
	const start = instance.exports['__wbindgen_start'];
	if (typeof start === 'function') start();
}
