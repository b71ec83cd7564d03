import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './startError.ts';

/**
 * Makes the data folder, and returns its absolute path.
 * @throws StartError when it cannot be made or written
 */
export function openDataDir(dataDir: string): string {
	const folder = path.resolve(dataDir);
	try {
		makeFolder(folder);
		accessSync(folder, constants.W_OK | constants.X_OK);
	} catch (error) {
		const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
		throw new StartError(
			`The data folder ${folder} cannot be written (${reason}): make it writable, or choose another one with SAMTAL_DATA_DIR.`,
		);
	}
	return folder;
}

/** NOTE: `mkdirSync` with `recursive` never returns below a folder that takes none, such as `/proc`. */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(path.dirname(folder));
	mkdirSync(folder);
}

/** The signing secret of this data folder, 32 random bytes as hex, made at the first start and readable by its owner alone. */
export function readOrCreateSecret(dataDir: string): string {
	const file = path.join(dataDir, 'secret');
	const own = `${file}.${process.pid}`;
	try {
		writeFileSync(own, randomBytes(32).toString('hex'), { mode: 0o600 });
		// Unlike a rename, a link never replaces the secret that another process has just made.
		linkSync(own, file);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	} finally {
		rmSync(own, { force: true });
	}
	return readFileSync(file, 'utf8');
}
