// `npm run bench`: what can be measured. Each benchmark says so itself, in the first line of its file.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

for (const file of globSync('scripts/bench/*.ts').toSorted()) {
	const [firstLine = ''] = readFileSync(file, 'utf8').split('\n', 1);
	process.stdout.write(`npm run bench:${path.basename(file, '.ts').padEnd(9)} ${firstLine.replace(/^\/\/ /, '')}\n`);
}
