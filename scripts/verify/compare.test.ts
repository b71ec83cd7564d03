import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { differences, hashOf } from './compare.ts';

const files = { 'join.html': '<p>Hello</p>', 'assets/a.js': 'a()', 'assets/a.js.br': 'compressed' };

function build(content: Record<string, string> = files): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'samtal-verify-'));
	mkdirSync(path.join(folder, 'assets'));
	for (const [file, text] of Object.entries(content)) writeFileSync(path.join(folder, file), text);
	return folder;
}

let server: Server | undefined;
afterEach(() => void server?.close());

async function serve(content: Record<string, string>): Promise<string> {
	const running = createServer((request, response) => {
		const text = content[(request.url ?? '/').slice(1)];
		response.writeHead(text === undefined ? 404 : 200).end(text);
	});
	server = running;
	await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
	const address = running.address();
	return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

test('two builds of the same have one hash, and any other has another', () => {
	expect(hashOf(build())).toBe(hashOf(build({ ...files, 'assets/a.js.br': 'compressed elsewhere' })));
	expect(hashOf(build())).not.toBe(hashOf(build({ ...files, 'assets/a.js': 'b()' })));
	const { 'assets/a.js': moved, ...others } = files;
	expect(hashOf(build())).not.toBe(hashOf(build({ ...others, 'assets/b.js': moved })));
});

test('finds what a server gives out differently, or not at all', async () => {
	const folder = build();
	expect(await differences(folder, await serve(files))).toEqual([]);
	server?.close();
	expect(await differences(folder, await serve({ 'join.html': '<p>Hello?</p>' }))).toEqual([
		'assets/a.js',
		'join.html',
	]);
});
