import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A copy of the worker's source that is being adapted. Paths are relative to its folder. */
export class SourceTree {
	constructor(folder, version) {
		this.folder = folder;
		this.version = version;
	}

	read(file) {
		return readFileSync(path.join(this.folder, file), 'utf8');
	}

	write(file, text) {
		const target = path.join(this.folder, file);
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(target, text);
	}

	/** Replaces text that must be there: a new version of mediasoup may have changed it, and that has to be seen. */
	replace(file, from, to) {
		const before = this.read(file);
		if (!before.includes(from)) {
			throw new Error(`mediasoup ${this.version}: ${file} no longer holds ${JSON.stringify(from)}`);
		}
		this.write(file, before.replace(from, to));
	}
}
