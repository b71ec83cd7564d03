// `npm run bench`: what can be measured. Each benchmark says so itself, in the first line of its file.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const { scripts } = z
	.object({ scripts: z.record(z.string(), z.string()) })
	.parse(JSON.parse(readFileSync('package.json', 'utf8')));

for (const [name, command] of Object.entries(scripts)) {
	const file = /^node (\S+)$/.exec(command)?.[1];
	if (!name.startsWith('bench:') || file === undefined) continue;
	const [firstLine = ''] = readFileSync(file, 'utf8').split('\n', 1);
	process.stdout.write(`npm run ${name.padEnd(15)} ${firstLine.replace(/^\/\/ /, '')}\n`);
}
