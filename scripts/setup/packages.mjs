import { existsSync, readFileSync } from 'node:fs';
import { inRoot, nodeBinary } from './paths.mjs';
import { runQuiet } from './run.mjs';
import { say, SetupError } from './say.mjs';

/** Installs the packages when what is installed is not what package-lock.json asks for. */
export async function installPackages() {
	if (!matchesLock()) {
		say('installing packages (a minute or so) …');
		// NOTE: no install scripts. They would download a browser, a media worker and a schema engine, and fail
		// where that is refused; what of it is needed, our own steps get. And not `npm ci`, which demands that the
		// lock file names the binaries of every platform, also those that its author's registry did not have.
		await npm('install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund');
	}
	if (!existsSync(nodeBinary)) {
		// The one package whose script has to run: it fetches the binary of this platform from the registry.
		say('getting Node …');
		await npm('rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts');
	}
}

async function npm(...args) {
	const { ok, output } = await runQuiet('npm', args);
	if (ok) return;
	const reason = output.split('\n').find((line) => /npm (error|ERR!)/.test(line) && !/code/.test(line));
	throw new SetupError(
		`"npm ${args.join(' ')}" failed (${reason ?? output.slice(-200)}): check the network and the npm registry, then start again.`,
	);
}

function matchesLock() {
	const installedLock = inRoot('node_modules/.package-lock.json');
	if (!existsSync(installedLock)) return false;
	const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
	const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
	return Object.entries(wanted).every(
		// Optional packages are those of other platforms, for the most part.
		([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
	);
}
