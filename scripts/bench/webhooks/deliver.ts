import { Agent, request } from 'node:http';
import { perSecond } from '../in-parallel.ts';
import type { Post } from './events.ts';

const agent = new Agent({ keepAlive: true });

/** With so many of them twice that they are this share of all, each shortly after the first time. */
export function withDuplicates(posts: readonly Post[], share: number): Post[] {
	const perPost = share / (1 - share);
	const repeats = (nth: number) => Math.floor((nth + 1) * perPost) > Math.floor(nth * perPost);
	return posts.flatMap((post, nth) => [post, ...(repeats(nth) ? posts.slice(Math.max(0, nth - 5)).slice(0, 1) : [])]);
}

/** Posts all of them, `atOnce` at a time. Answers with how many per second, and how long 99 % waited at most, in ms. */
export async function deliver(url: string, posts: readonly Post[], atOnce: number) {
	const waits: number[] = [];
	const rate = await perSecond(posts.length, atOnce, async (index) => {
		const post = posts[index];
		if (!post) return;
		const start = performance.now();
		const status = await send(url, post);
		if (status !== 200) throw new Error(`A webhook was answered with ${status}`);
		waits.push(performance.now() - start);
	});
	return { perSecond: rate, p99Ms: waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0 };
}

const send = (url: string, { body, signature }: Post): Promise<number | undefined> =>
	new Promise((resolve, reject) => {
		const headers = {
			...{ 'content-type': 'application/json', 'stripe-signature': signature },
			'content-length': Buffer.byteLength(body),
		};
		const call = request(url, { method: 'POST', agent, headers }, (response) => {
			response.resume();
			response.on('end', () => resolve(response.statusCode));
			response.on('error', reject);
		});
		call.on('error', reject);
		call.end(body);
	});
