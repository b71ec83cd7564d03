import { existsSync } from 'node:fs';
import { inRoot, nodeBinary } from './paths.mjs';
import { runQuiet } from './run.mjs';
import { say, SetupError } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

/** Does a step whose result depends on files alone, unless it was done with the same files before. */
async function whenChanged({ name, sources, ignore, result, progress, program, args }) {
	const hash = hashOf(['package-lock.json', ...sources], ignore);
	if (existsSync(inRoot(result)) && isStamped(name, hash)) return;
	say(progress);
	const { ok, output } = await runQuiet(nodeBinary, [inRoot(program), ...args]);
	if (!ok) throw new SetupError(`${name} failed; the whole output follows.\n${output}`);
	stamp(name, hash);
}

/** Generates the database client from the schema. */
export const generateDatabaseClient = () =>
	whenChanged({
		name: 'prisma-generate',
		sources: ['prisma/schema.prisma', 'prisma.config.ts'],
		result: 'server/adapters/prisma/generated/client.ts',
		progress: 'generating the database client …',
		program: 'node_modules/prisma/build/index.js',
		args: ['generate', '--no-hints'],
	});

/** Builds the pages. */
export const buildClient = () =>
	whenChanged({
		name: 'vite-build',
		sources: ['client', 'shared'],
		ignore: /\.(test|e2e)\.tsx?$|^client\/e2e\//,
		result: 'dist/client/join.html',
		progress: 'building the pages …',
		program: 'node_modules/vite/bin/vite.js',
		args: ['build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'],
	});
