import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

const stampFile = (name) => inRoot('node_modules/.cache/samtal', `${name}.stamp`);

function* filesBelow(entry) {
	if (!existsSync(entry)) return;
	if (!statSync(entry).isDirectory()) {
		yield entry;
		return;
	}
	for (const name of readdirSync(entry).toSorted()) yield* filesBelow(path.join(entry, name));
}

/** One hash over the names and contents of all files in `entries` (project paths) that `ignore` does not match. */
export function hashOf(entries, ignore = /(?!)/) {
	const hash = createHash('sha256');
	for (const entry of entries) {
		for (const file of filesBelow(inRoot(entry))) {
			const name = path.relative(root, file);
			if (!ignore.test(name)) hash.update(name).update('\0').update(readFileSync(file)).update('\0');
		}
	}
	return hash.digest('hex');
}

/** Whether the step `name` was last done with just this input. */
export function isStamped(name, hash) {
	return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === hash;
}

export function stamp(name, hash) {
	mkdirSync(path.dirname(stampFile(name)), { recursive: true });
	writeFileSync(stampFile(name), hash);
}
