import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPages } from './pages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samtal-pages-'));
const files = {
	'index.html': '<title>workstation</title>',
	'join.html': '<title>join</title>',
	'book.html': '<title>book</title>',
	'assets/app-1a2b.js': 'export const words = "words words words";',
	'assets/small-3c4d.js': 'export {};',
};
mkdirSync(path.join(folder, 'assets'));
for (const [name, content] of Object.entries(files)) {
	writeFileSync(path.join(folder, name), content);
	if (!name.includes('small')) writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(content));
}

const server = express().use(builtPages(folder)).listen(0, '127.0.0.1');
beforeAll(() => new Promise((resolve) => (server.listening ? resolve(undefined) : server.once('listening', resolve))));
afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	rmSync(folder, { recursive: true });
});

/** Asks as a browser over the network would; `fetch` would undo the compression unseen. */
async function ask(address: string, headers: Record<string, string> = {}) {
	const { port } = server.address() as AddressInfo;
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		get({ host: '127.0.0.1', port, path: address, headers, agent: false }, resolve).on('error', reject);
	});
	return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}
const brotli = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };

describe('the built pages', () => {
	test.each([
		['/', 'index.html'],
		['/join', 'join.html'],
		['/book/anna-demo', 'book.html'],
		['/calendar/2026-03-02', 'index.html'],
		['/clients/a.b', 'index.html'],
		['/assets/app-1a2b.js', 'assets/app-1a2b.js'],
	] as const)('%s is %s, compressed where the browser takes it', async (address, file) => {
		const compressed = await ask(address, brotli);
		expect(compressed.headers['content-encoding']).toBe('br');
		expect(brotliDecompressSync(compressed.body).toString()).toBe(files[file]);

		const plain = await ask(address);
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(plain.body.toString()).toBe(files[file]);
		for (const { status, headers } of [compressed, plain]) {
			expect(status).toBe(200);
			expect(headers.vary).toBe('Accept-Encoding');
			expect(headers['content-type']).toContain(file.endsWith('.js') ? 'text/javascript' : 'text/html');
		}
	});

	test('a file that the build left as it is goes out as it is', async () => {
		const { headers, body } = await ask('/assets/small-3c4d.js', brotli);
		expect(headers['content-encoding']).toBeUndefined();
		expect(body.toString()).toBe('export {};');
	});

	test('hashed files stay in the cache for ever, pages are asked for again', async () => {
		expect((await ask('/assets/app-1a2b.js')).headers['cache-control']).toBe('public,max-age=31536000,immutable');
		for (const address of ['/', '/join', '/settings']) {
			const { headers } = await ask(address, brotli);
			expect(headers['cache-control']).toBe('no-cache');
			expect((await ask(address, { ...brotli, 'If-None-Match': headers.etag ?? '' })).status).toBe(304);
		}
	});

	test('a missing hashed file is missing, not a page', async () => {
		expect((await ask('/assets/app-old.js', brotli)).status).toBe(404);
		expect((await ask('/assets/', brotli)).status).toBe(404);
	});

	test('nothing outside the folder is served', async () => {
		const { body } = await ask('/%2e%2e/%2e%2e/etc/passwd');
		expect(body.toString()).toBe(files['index.html']);
	});
});

test('before the first build no page is answered', async () => {
	const empty = express()
		.use(builtPages(path.join(folder, 'missing')))
		.listen(0, '127.0.0.1');
	await new Promise((resolve) => empty.once('listening', resolve));
	const { port } = empty.address() as AddressInfo;
	expect((await fetch(`http://127.0.0.1:${port}/join`)).status).toBe(404);
	await new Promise((resolve) => empty.close(resolve));
});
