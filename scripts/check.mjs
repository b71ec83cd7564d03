// `npm run check [-- name …]`: everything about the code that can be told without running it. Plain JavaScript
// for any Node from 20 on, with nothing installed.
import { availableParallelism } from 'node:os';
import { buildClient, generateDatabaseClient } from './setup/generated.mjs';
import { installPackages } from './setup/packages.mjs';
import { inRoot, nodeBinary } from './setup/paths.mjs';
import { runQuiet } from './setup/run.mjs';
import { requireNode, runMain, SetupError } from './setup/say.mjs';

const sources = ['shared', 'server', 'signalling', 'sfu', 'client', 'prisma', 'scripts'];

/** Name, program and arguments; all run on the project's Node. `report` shows the output of a success too. */
const checks = [
	{ name: 'types', program: 'node_modules/typescript/bin/tsc', args: ['-b'] },
	{ name: 'lint', program: 'node_modules/oxlint/bin/oxlint', args: ['--format=unix'] },
	{ name: 'format', program: 'node_modules/oxfmt/bin/oxfmt', args: ['--check'] },
	{
		name: 'dependencies',
		program: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
		args: ['--config', '.dependency-cruiser.mjs', ...sources],
	},
	{ name: 'dead code', program: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
	{ name: 'texts', program: 'scripts/check/texts.ts', args: [] },
	{ name: 'bundle', program: 'scripts/check/bundleSize.ts', args: [], report: true },
];

async function run({ name, program, args, report }) {
	const start = Date.now();
	const { ok, output } = await runQuiet(nodeBinary, [inRoot(program), ...args]);
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	process.stdout.write(`check: ${name} ${ok ? 'ok' : 'FAILED'} (${seconds} s)\n`);
	if ((report || !ok) && output) process.stdout.write(`${output.replace(/^/gm, '       ')}\n`);
	return ok;
}

/** Runs the checks, as many at once as there are cores. Returns how many failed. */
async function runAll(chosen) {
	const waiting = [...chosen];
	let failed = 0;
	const workLoop = async () => {
		for (let check = waiting.shift(); check; check = waiting.shift()) {
			if (!(await run(check))) failed += 1;
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, workLoop));
	return failed;
}

await runMain(async () => {
	requireNode();
	const names = process.argv.slice(2);
	const chosen = names.length > 0 ? checks.filter(({ name }) => names.includes(name)) : checks;
	if (chosen.length === 0) {
		throw new SetupError(`There is no such check: name one of ${checks.map(({ name }) => name).join(', ')}.`);
	}
	await installPackages();
	await generateDatabaseClient();
	if (chosen.some(({ name }) => name === 'bundle')) await buildClient();
	const failed = await runAll(chosen);
	process.stdout.write(`check: ${failed === 0 ? 'all is well' : `${failed} of ${chosen.length} failed`}\n`);
	return failed === 0 ? 0 : 1;
});
