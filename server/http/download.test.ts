import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { SamtalError } from '../../shared/contract/errors.ts';
import { route } from '../../shared/contract/route.ts';
import { errorHandler } from './errors.ts';
import { createRoutes, type Download } from './routes.ts';

const file = route({ method: 'GET', path: '/file', access: 'member', response: z.string() });
const actor = { memberId: 'm', clinicId: 'c', sessionId: 's', role: 'MANAGER' as const };

let answer: () => Download;
let logged: string[];
const log = pino({}, { write: (line) => void logged.push(line) });
const app = express();
createRoutes(app, {
	authenticate: async () => actor,
	openOwnPage: () => ({ clientId: '', clinicId: '' }),
	openPayer: () => Promise.reject(new Error('Nobody pays here.')),
	openWaitingLink: () => ({ appointmentId: '', clientId: '' }),
	openJoinLink: () => Promise.reject(new Error()),
}).memberFile(file, () => answer());
app.use(errorHandler(log));
const failedToAnswer: express.ErrorRequestHandler = (error, _request, response, _next) => {
	logged.push(`answering failed: ${error}`);
	response.destroy();
};
app.use(failedToAnswer);
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
beforeEach(() => (logged = []));

const ask = (signal?: AbortSignal) =>
	fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/file`, signal ? { signal } : {});
const download = (content: Readable): Download => ({ filename: 'words.txt', contentType: 'text/plain', content });

test('a file that fails before it begins is answered as any other request', async () => {
	answer = () => {
		throw new SamtalError('NOT_FOUND');
	};
	const response = await ask();
	expect([response.status, await response.json()]).toMatchObject([404, { ok: false, error: { code: 'NOT_FOUND' } }]);
	expect(response.headers.get('content-disposition')).toBeNull();
});

test('one that fails on its way ends too early for the browser to keep it, and that is logged', async () => {
	async function* words() {
		yield 'one ';
		throw new Error('lost');
	}
	answer = () => download(Readable.from(words()));
	// Depending on when the connection breaks, what fails is the request or the reading of its answer.
	await expect(ask().then((response) => response.text())).rejects.toThrow();
	await vi.waitUntil(() => logged.length > 0);
	expect(logged).toEqual([expect.stringContaining('request failed')]);
});

test('when the browser goes away, making the file ends, and nothing is logged', async () => {
	const ended = Promise.withResolvers<void>();
	async function* endless() {
		try {
			for (;;) yield 'word '.repeat(1_000);
		} finally {
			ended.resolve();
		}
	}
	answer = () => download(Readable.from(endless()));
	const leaving = new AbortController();
	const { body } = await ask(leaving.signal);
	await body?.getReader().read();
	leaving.abort();
	await ended.promise;
	// By the time of another answer, whatever there was to log has been.
	answer = () => download(Readable.from(['whole']));
	expect(await (await ask()).text()).toBe('whole');
	expect(logged).toEqual([]);
});
