// The page of `bench:e2ee`, which only starts the worker.
import type { Measured } from './e2ee-worker.ts';

export function measure(): Promise<Measured> {
	const worker = new Worker(new URL('./e2ee-worker.ts', import.meta.url), { type: 'module' });
	return new Promise((resolve, reject) => {
		worker.addEventListener('message', ({ data }) => resolve(data));
		worker.addEventListener('error', ({ message }) => reject(new Error(message)));
		// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
		worker.postMessage('measure');
	});
}
