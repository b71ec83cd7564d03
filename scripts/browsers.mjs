import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot, nodeBinary } from './setup/paths.mjs';
import { runQuiet } from './setup/run.mjs';
import { say, SetupError } from './setup/say.mjs';

const DOWNLOAD_TIMEOUT_MS = 180_000;

const browsers = {
	chromium: {
		variable: 'CHROMIUM_BIN',
		programs: ['chromium', 'chromium-browser', 'google-chrome'],
		download: 'chrome',
		debianPackage: 'chromium',
	},
	firefox: {
		variable: 'FIREFOX_BIN',
		programs: ['firefox-esr', 'firefox'],
		download: 'firefox',
		debianPackage: 'firefox-esr',
	},
};

/** Path of the first of these programs in one of the folders of PATH. */
function findProgram(...names) {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

/**
 * Path of a browser: the one that CHROMIUM_BIN or FIREFOX_BIN names, else the system's.
 * @throws SetupError naming the Debian package
 */
export function findBrowser(name) {
	const { variable, programs, debianPackage } = browsers[name];
	return process.env[variable] || findProgram(...programs) || missing(debianPackage);
}

/** Gets what the browser tests need. Resolves with the environment in which `findBrowser` finds it. */
export async function getTestPrograms() {
	if (!findProgram('turnserver')) missing('coturn');
	return { CHROMIUM_BIN: await getBrowser('chromium'), FIREFOX_BIN: await getBrowser('firefox') };
}

async function getBrowser(name) {
	try {
		return findBrowser(name);
	} catch {
		return download(name);
	}
}

/** Lets puppeteer download its own browser, where that can be had. */
async function download(name) {
	say(`getting ${name} …`);
	const puppeteer = inRoot('node_modules/puppeteer/lib/puppeteer/node/cli.js');
	const { output } = await runQuiet(nodeBinary, [puppeteer, 'browsers', 'install', browsers[name].download], {
		timeoutMs: DOWNLOAD_TIMEOUT_MS,
	});
	const binary = output.split(/\s+/).findLast((word) => path.isAbsolute(word) && existsSync(word));
	return binary ?? missing(browsers[name].debianPackage);
}

function missing(debianPackage) {
	throw new SetupError(
		`The browser tests need ${debianPackage}: run "apt-get install ${debianPackage}" (or your system's equivalent), then start again.`,
	);
}
