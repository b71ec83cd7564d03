import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canReach, type Account } from './account.ts';

/** Where root keeps what the database account has to reach. */
export const sharedDir = '/var/lib/samtal';

/** The folders of one embedded database. */
export type Place = {
	/** The PostgreSQL data directory. */
	readonly cluster: string;
	readonly log: string;
	/** Folder of the Unix socket; short, since a socket's path is limited to 107 bytes. */
	readonly socketDir: string;
};

/**
 * Makes the folder of the database that belongs to `dataDir`. They lie inside it, except when Samtal
 * runs as root and the folder is closed to the database account: then a file in `dataDir` names a folder
 * below `/var/lib/samtal`, so that a deleted data folder is a deleted database all the same.
 */
export function preparePlace(dataDir: string, account: Account): Place {
	const base = baseFolder(path.resolve(dataDir), account);
	const cluster = path.join(base, 'cluster');
	const hash = createHash('sha256').update(cluster).digest('hex').slice(0, 12);
	const socketDir = path.join(realpathSync(os.tmpdir()), `samtal-pg-${hash}`);
	makeOwnFolder(base, account);
	return { cluster, log: path.join(base, 'postgres.log'), socketDir };
}

/** Makes a folder that only `account` can enter. */
export function makeOwnFolder(folder: string, { uid, gid }: Account): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

function baseFolder(dataDir: string, account: Account): string {
	mkdirSync(dataDir, { recursive: true });
	const inside = path.join(dataDir, 'postgres');
	if (account.uid === undefined || existsSync(path.join(inside, 'cluster'))) return inside;
	if (canReach(dataDir, account)) {
		// Only passing through is granted; what lies in the data folder has modes of its own.
		chmodSync(dataDir, 0o711);
		return inside;
	}
	mkdirSync(sharedDir, { recursive: true, mode: 0o755 });
	return path.join(sharedDir, assignedName(path.join(dataDir, 'postgres-location')));
}

function assignedName(file: string): string {
	try {
		writeFileSync(file, randomUUID(), { flag: 'wx' });
	} catch {
		// Assigned at an earlier start.
	}
	return path.basename(readFileSync(file, 'utf8').trim());
}
