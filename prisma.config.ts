import { defineConfig } from 'prisma/config';

// These commands need no schema engine, yet the CLI would download one: any existing file satisfies it.
if (/^(generate|validate|format)$/.test(process.argv[2] ?? '')) {
	process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
}

export default defineConfig({
	schema: 'prisma/schema.prisma',
	migrations: { path: 'prisma/migrations' },
	datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
