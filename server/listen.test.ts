import { once } from 'node:events';
import { Agent, createServer, request, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { finishRequests } from './listen.ts';

/** A server that answers when told to, and a browser's kept connections to it. */
async function serve() {
	const asked = Promise.withResolvers<void>();
	const answer = Promise.withResolvers<void>();
	const handle: RequestListener = async ({ url }, response) => {
		if (url === '/slow') {
			asked.resolve();
			await answer.promise;
		}
		response.end('done');
	};
	const server = createServer(handle).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = z.object({ port: z.number() }).parse(server.address());
	const agent = new Agent({ keepAlive: true });
	onTestFinished(() => agent.destroy());
	const get = (path: string) =>
		new Promise<string>((resolve, reject) => {
			const call = request({ host: '127.0.0.1', port, path, agent }, (response) => {
				response.setEncoding('utf8').on('data', resolve);
			});
			call.on('error', reject).end();
		});
	return { server, get, asked: asked.promise, answer: answer.resolve };
}

test('a server that stops finishes its answers, takes no more requests, and waits for no idle connection', async () => {
	const { server, get, asked, answer } = await serve();
	await get('/quick');
	const slow = get('/slow');
	await asked;
	let over = false;
	const finished = finishRequests(server).then(() => (over = true));
	await expect(get('/quick')).rejects.toThrow();
	expect(over).toBe(false);
	answer();
	expect(await slow).toBe('done');
	await finished;
});

test('its patience ends', async () => {
	const { server, get, asked } = await serve();
	const slow = get('/slow');
	await asked;
	await Promise.all([finishRequests(server, 10), expect(slow).rejects.toThrow('socket hang up')]);
});

test('one that never listened has nothing to finish', async () => {
	await finishRequests(createServer());
});
