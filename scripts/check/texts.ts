// Part of `npm run check`: the catalogues of all languages agree, and no text stands in the code instead.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { compareCatalogues } from './catalogues.ts';
import { findLiterals } from './literals.ts';

type Texts = { [key: string]: string | Texts };
const textsSchema: z.ZodType<Texts> = z.record(z.string(), z.union([z.string(), z.lazy(() => textsSchema)]));
const read = (file: string): Texts => textsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const baseName = (file: string): string => path.basename(file, '.json');

const languages = globSync('client/locales/*').map((folder) => path.basename(folder));
const namespaces = new Set(globSync('client/locales/*/*.json').map(baseName));
const problems = [
	...[...namespaces].flatMap((namespace) =>
		compareCatalogues(
			namespace,
			new Map(
				languages.map((language) => {
					const file = `client/locales/${language}/${namespace}.json`;
					return [language, globSync(file).length > 0 ? read(file) : {}];
				}),
			),
		),
	),
	...compareCatalogues(
		'server',
		new Map(globSync('server/locales/*.json').map((file) => [baseName(file), read(file)])),
	),
	...globSync('client/**/*.tsx', { exclude: (name) => name.endsWith('.test.tsx') }).flatMap((file) =>
		findLiterals(file, readFileSync(file, 'utf8')),
	),
];
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
