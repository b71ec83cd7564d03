import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../../startError.ts';

/** The account that PostgreSQL runs as: nothing to change, or another one when Samtal runs as root. */
export type Account = { readonly uid?: number; readonly gid?: number };

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged account.
 * @throws StartError when root finds no such account
 */
export function databaseAccount(): Account {
	if (process.getuid?.() !== 0) return {};
	const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
	for (const wanted of ['postgres', 'nobody']) {
		const [name, , uid, gid] = accounts.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
		if (name !== undefined) return { uid: Number(uid), gid: Number(gid) };
	}
	throw new StartError(
		'PostgreSQL cannot run as root and there is no account "postgres" or "nobody": start Samtal as another user, or set DATABASE_URL.',
	);
}

/** Whether the account may pass through every existing folder above `target`. */
export function canReach(target: string, { uid, gid }: Account): boolean {
	if (uid === undefined) return true;
	const folder = path.dirname(target);
	if (existsSync(folder)) {
		const stat = statSync(folder);
		const passBit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
		if ((stat.mode & passBit) === 0) return false;
	}
	return folder === target || canReach(folder, { uid, ...(gid === undefined ? {} : { gid }) });
}
