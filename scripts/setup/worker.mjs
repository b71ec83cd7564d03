import {
	accessSync,
	chmodSync,
	constants,
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
} from 'node:fs';
import path from 'node:path';
import { buildWorker } from '../mediasoup-worker/build.mjs';
import { inRoot, nodeBinary, userCache } from './paths.mjs';
import { runQuiet } from './run.mjs';
import { say, SetupError } from './say.mjs';

const DOWNLOAD_TIMEOUT_MS = 60_000;

/**
 * Path of a mediasoup-worker for the installed mediasoup: the one that MEDIASOUP_WORKER_BIN names, the
 * cached one, mediasoup's own prebuilt one, or one built from the package's source, in this order.
 */
export async function getMediaWorker() {
	const given = process.env.MEDIASOUP_WORKER_BIN;
	if (given) return given;
	const packageDir = inRoot('node_modules/mediasoup');
	const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
	const cached = path.join(userCache, `mediasoup-worker-${version}-${process.arch}`);
	if (existsSync(cached)) return cached;
	openCache();
	if (!(await download(packageDir, cached))) await buildWorker({ packageDir, version, binary: cached });
	return cached;
}

function openCache() {
	try {
		mkdirSync(userCache, { recursive: true });
		accessSync(userCache, constants.W_OK);
	} catch {
		throw new SetupError(
			`The cache folder ${userCache} cannot be written: make it writable, or choose another with XDG_CACHE_HOME.`,
		);
	}
}

/** Lets mediasoup's own install script download and try its prebuilt worker. Returns whether there is one. */
async function download(packageDir, cached) {
	say('getting the media worker …');
	// Where the download is refused the script would go on to fetch Meson and eight libraries: without Python it ends.
	const { ok } = await runQuiet(nodeBinary, ['npm-scripts.mjs', 'postinstall'], {
		cwd: packageDir,
		env: { PYTHON: 'no-python', MEDIASOUP_WORKER_BIN: '' },
		timeoutMs: DOWNLOAD_TIMEOUT_MS,
	});
	const prebuilt = path.join(packageDir, 'worker/out/Release/mediasoup-worker');
	if (!ok || !existsSync(prebuilt)) return false;
	const partial = `${cached}.${process.pid}`;
	copyFileSync(prebuilt, partial);
	chmodSync(partial, 0o755);
	renameSync(partial, cached);
	return true;
}
