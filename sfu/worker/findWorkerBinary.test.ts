import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version, workerBin } from 'mediasoup';
import { afterEach, describe, expect, it } from 'vitest';
import { findWorkerBinary } from './findWorkerBinary.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function cacheWith(...names: string[]) {
	const folder = mkdtempSync(join(tmpdir(), 'samtal-cache-'));
	folders.push(folder);
	mkdirSync(join(folder, 'samtal'));
	for (const name of names) {
		writeFileSync(join(folder, 'samtal', name), '');
		chmodSync(join(folder, 'samtal', name), 0o755);
	}
	return folder;
}

describe('findWorkerBinary', () => {
	it('takes the given one, and nothing in its place', () => {
		expect(findWorkerBinary(process.execPath)).toBe(process.execPath);
		const cache = cacheWith(`mediasoup-worker-${version}`);
		expect(() => findWorkerBinary(join(cache, 'missing'), cache)).toThrow('No media worker at');
	});

	it('finds the cached one of this version and architecture', () => {
		const name = `mediasoup-worker-${version}-${process.arch}`;
		const cache = cacheWith(name, `mediasoup-worker-${version}`, 'mediasoup-worker-0.0.1');
		const found = findWorkerBinary(undefined, cache);
		expect([workerBin, join(cache, 'samtal', name)]).toContain(found);
	});
});
