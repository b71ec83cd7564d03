// Part of `npm run check`: the size of everything that the client's browser loads before the waiting room works, in
// each language, fonts among it. Whatever is loaded later (the call itself, the media paths) does not count.
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { charactersOf } from '../../client/build/unicodeRange.ts';

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

/** Size in bytes as the server sends it: the compressed file where the build made one (server/http/pages.ts). */
function transferSize(file: string): number {
	const whole = path.join(built, file);
	return (statSync(`${whole}.br`, { throwIfNoEntry: false }) ?? statSync(whole)).size;
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

/** The font files of the page's style sheets, each with the characters that make a browser load it. */
const fonts = page
	.filter((file) => file.endsWith('.css'))
	.flatMap((file) => [...readFileSync(path.join(built, file), 'utf8').matchAll(/@font-face\s*\{[^}]*\}/g)])
	.map(([face]) => ({
		file: /url\(["']?\/(assets\/[^"')]+)/.exec(face)?.[1] ?? '',
		characters: new Set(charactersOf(/unicode-range:([^;}]+)/.exec(face)?.[1] ?? '')),
	}));
if (fonts.length === 0) throw new Error('The style sheets of the build name no font');

const languages = globSync('client/locales/*').map((folder) => {
	const language = path.basename(folder);
	const sources = firstNamespaces().map((namespace) => `locales/${language}/${namespace}.json`);
	const text = new Set(sources.map((source) => readFileSync(path.join('client', source), 'utf8')).join(''));
	const needed = fonts.filter(({ characters }) => !characters.isDisjointFrom(text)).map(({ file }) => file);
	const files = new Set([...page, ...sources.flatMap((source) => loadedWith(source)), ...needed]);
	const kB = (some: Iterable<string>): number =>
		[...some].reduce((bytes, file) => bytes + transferSize(file), 0) / 1000;
	return { language, whole: kB(files), ofFonts: kB(new Set(needed)) };
});
for (const { language, whole, ofFonts } of languages) {
	process.stdout.write(
		`before the waiting room works, ${language}: ${whole.toFixed(1)} kB of ${LIMIT_KB} kB (fonts: ${ofFonts.toFixed(1)} kB)\n`,
	);
}
process.exitCode = languages.some(({ whole }) => whole > LIMIT_KB) ? 1 : 0;
