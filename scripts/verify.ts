// `npm run verify`: the hash of the built client. `npm run verify -- https://clinic.example`: whether a running Samtal
// gives browsers exactly this build.
import path from 'node:path';
import { differences, filesOf, hashOf } from './verify/compare.ts';

const built = path.resolve('dist/client');
const say = (line: string) => process.stdout.write(`${line}\n`);

const [origin] = process.argv.slice(2);
if (filesOf(built).length === 0) {
	say('There is no build yet: run `npm run build` first.');
	process.exitCode = 1;
} else if (origin === undefined) {
	say(hashOf(built));
} else if (!URL.canParse(origin)) {
	say(`${origin} is no address: expected one like https://clinic.example`);
	process.exitCode = 1;
} else {
	await compare(origin);
}

async function compare(address: string): Promise<void> {
	try {
		const different = await differences(built, address);
		for (const file of different) say(`differs: ${file}`);
		say(
			different.length === 0 ? `the same, ${hashOf(built)}` : `${different.length} of ${filesOf(built).length} differ`,
		);
		process.exitCode = different.length === 0 ? 0 : 1;
	} catch {
		say(`${address} does not answer.`);
		process.exitCode = 1;
	}
}
