// Part of `npm run check`: the size of everything that the client's browser loads before the waiting room works,
// in each language. Whatever is loaded later (the call itself, the media paths) does not count, nor does a font that
// is not preloaded: the texts stand there without it. What the fonts come to is printed.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { z } from 'zod';

const LIMIT_KB = 170;
const built = path.resolve('dist/client');

const manifest = z
	.record(
		z.string(),
		z.object({ file: z.string(), imports: z.array(z.string()).default([]), css: z.array(z.string()).default([]) }),
	)
	.parse(JSON.parse(readFileSync(path.join(built, '.vite/manifest.json'), 'utf8')));

/** The files of a chunk, of all that it imports statically, and their style sheets. */
function loadedWith(key: string, seen = new Set<string>()): string[] {
	const chunk = manifest[key];
	if (!chunk) throw new Error(`The build has no ${key}`);
	if (seen.has(key)) return [];
	seen.add(key);
	return [chunk.file, ...chunk.css, ...chunk.imports.flatMap((imported) => loadedWith(imported, seen))];
}

/** Size in bytes as a server with brotli sends it; fonts are compressed already. */
function transferSize(file: string): number {
	const content = readFileSync(path.join(built, file));
	return file.endsWith('.woff2') ? content.length : brotliCompressSync(content).length;
}

/** The catalogues that the page asks for before it renders, as its entry names them. */
function firstNamespaces(): string[] {
	const [, list = ''] =
		/startI18n\([^[]*\[([^\]]*)\]/.exec(readFileSync('client/features/join/main.tsx', 'utf8')) ?? [];
	const names = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '');
	if (names.length === 0) throw new Error('client/features/join/main.tsx no longer names its catalogues');
	return names;
}

const html = readFileSync(path.join(built, 'join.html'), 'utf8');
const page = [
	'join.html',
	...[...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? ''),
	...loadedWith('join.html'),
];
const font = (subset: string): string =>
	loadedWith(`../node_modules/@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`)[0] ?? '';

const sum = (files: Iterable<string>): number =>
	[...files].reduce((bytes, file) => bytes + transferSize(file), 0) / 1000;

const languages = globSync('client/locales/*').map((folder) => {
	const language = path.basename(folder);
	const sources = firstNamespaces().map((namespace) => `locales/${language}/${namespace}.json`);
	// Letters beyond Latin-1 make the browser fetch the second part of the font.
	const extended = sources.some((source) => /[\u0100-\u024f]/.test(readFileSync(path.join('client', source), 'utf8')));
	const files = new Set([...page, ...sources.flatMap((source) => loadedWith(source))]);
	const fonts = new Set([font('latin'), ...(extended ? [font('latin-ext')] : [])]);
	return { language, kB: sum(files), fontKB: sum(fonts.difference(files)) };
});
for (const { language, kB, fontKB } of languages) {
	process.stdout.write(
		`before the waiting room works, ${language}: ${kB.toFixed(1)} kB of ${LIMIT_KB} kB (fonts that follow: ${fontKB.toFixed(1)} kB)\n`,
	);
}
process.exitCode = languages.some(({ kB }) => kB > LIMIT_KB) ? 1 : 0;
