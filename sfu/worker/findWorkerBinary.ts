import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { version, workerBin } from 'mediasoup';

/**
 * Finds the mediasoup-worker program: the given path; else `MEDIASOUP_WORKER_BIN` or the prebuilt one in the package
 * (both known to mediasoup); else the one that Samtal's set-up built and keeps per version in the user's cache.
 * @throws Error saying what was looked for, when there is none.
 */
export function findWorkerBinary(
	given: string | undefined,
	cacheHome = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
): string {
	if (given !== undefined) {
		if (isExecutable(given)) return given;
		throw new Error(`No media worker at ${given}.`);
	}
	const name = join(cacheHome, 'samtal', `mediasoup-worker-${version}`);
	const found = [workerBin, `${name}-${process.arch}`, name].find(isExecutable);
	if (found === undefined) throw new Error(`No media worker for mediasoup ${version}. "npm start" gets or builds it.`);
	return found;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
