import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { charactersOf } from './unicodeRange.ts';

/**
 * Kerning, equal widths for digits, and what puts an accent onto its letter. Inter's many alternates would weigh as
 * much again as a quarter of the letters, and no style asks for them.
 */
const keepFeatures = ['kern', 'tnum', 'ccmp', 'locl', 'mark', 'mkmk'];

/** Values of a face: its file, its weights, its letters. */
const faces = /@font-face\s*\{[^}]*\}/g;
const fileOf = /url\((['"]?)([^'")]+\.woff2)\1\)/;
const weightsOf = /font-weight:\s*(\d+)\s+(\d+)/;
const rangeOf = /unicode-range:\s*([^;}]+)/;

/**
 * Cuts each variable font of a style sheet down to what its `@font-face` promises: the letters of its `unicode-range`
 * and the weights of its `font-weight`. Only in a build; the development server sends the whole files.
 */
export function subsetFonts(cacheFolder: string): Plugin {
	return {
		name: 'samtal:subset-fonts',
		apply: 'build',
		// After Tailwind, which is `pre` as well, has put the imported sheets into one.
		enforce: 'pre',
		transform: {
			filter: { id: /\.css$/, code: '@font-face' },
			async handler(code, sheet) {
				let result = code;
				for (const [face] of code.matchAll(faces)) {
					const file = fileOf.exec(face)?.[2];
					const [, min, max] = weightsOf.exec(face) ?? [];
					const range = rangeOf.exec(face)?.[1];
					if (!file || !min || !max || !range) this.error(`A font face lacks its file, weights or range: ${face}`);
					const source = await this.resolve(file, sheet);
					if (!source) this.error(`${file} is not installed`);
					const wght = { min: Number(min), max: Number(max) };
					const subset = await cut(source.id, { range, wght }, cacheFolder);
					result = result.replace(face, face.replace(file, subset));
				}
				return { code: result, map: null };
			},
		},
	};
}

/** Writes the part of a font into the cache, unless it is there from a build before; resolves with its path. */
async function cut(
	source: string,
	part: { range: string; wght: { min: number; max: number } },
	cacheFolder: string,
): Promise<string> {
	const font = await readFile(source);
	const key = createHash('sha256')
		.update(font)
		.update(JSON.stringify([part, keepFeatures]));
	const name = `${path.basename(source, '.woff2')}-${key.digest('hex').slice(0, 12)}.woff2`;
	const target = path.join(cacheFolder, name);
	if (existsSync(target)) return target;
	const variationAxes = { wght: part.wght };
	const subset = await subsetFont(font, charactersOf(part.range), {
		targetFormat: 'woff2',
		keepFeatures,
		variationAxes,
	});
	await mkdir(cacheFolder, { recursive: true });
	await writeFile(target, subset);
	return target;
}
