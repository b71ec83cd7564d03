import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);

/** Below this size (bytes) the answer's head weighs more than what is saved. */
const WORTHWHILE = 1024;

/** Puts a `.br` beside each text file of a build, in the best and slowest quality, for the server to send. */
export const precompress: Plugin = {
	name: 'samtal:precompress',
	apply: 'build',
	async writeBundle({ dir = '' }, bundle) {
		await Promise.all(
			Object.values(bundle).map(async (file) => {
				const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
				if (content.length < WORTHWHILE || !/\.(?:js|css|html|svg|json)$/.test(file.fileName)) return;
				await writeFile(path.join(dir, `${file.fileName}.br`), await compress(content));
			}),
		);
	},
};
