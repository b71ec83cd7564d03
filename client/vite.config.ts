import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { integrity } from './build/integrity.ts';
import { precompress } from './build/precompress.ts';
import { subsetFonts } from './build/subsetFonts.ts';

/** React Aria brings its own words in 34 languages; of those that Samtal does not speak, English stands in. */
const oursOfReactAria: Plugin = {
	name: 'samtal:react-aria-languages',
	enforce: 'pre',
	resolveId: {
		filter: { id: /\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.mjs$/ },
		handler(source, importer) {
			if (/(?:en-US|pl-PL|de-DE)\.mjs$/.test(source)) return null;
			return this.resolve(source.replace(/[^/]+$/, 'en-US.mjs'), importer, { skipSelf: true });
		},
	},
};

/** What all pages need at once. In one file it compresses better than in the many that sharing alone would make. */
const base =
	/[\\/]node_modules[\\/](?:react|react-dom|react-i18next|i18next|zod|zustand|clsx|socket\.io-client)[\\/]|[\\/]client[\\/]lib[\\/]strictZod\.ts$/;

/** Our own part of it, which changes more often, and small things that many pages show: apart they compress worse. */
const common = new RegExp(
	[
		String.raw`[\\/]shared[\\/]contract[\\/](?:errors|scalars|session|join|result)\.ts$`,
		String.raw`[\\/]client[\\/]lib[\\/](?:useErrorText|errorText|icelandic|locale|i18n|theme|format|temporal|newBuild|tryAgain)\.ts$`,
		String.raw`[\\/]client[\\/]features[\\/]join[\\/](?:Screen|ProblemPage|useVisitTime)\.tsx?$`,
		String.raw`[\\/]client[\\/]ui[\\/](?:buttonStyle\.ts|LanguageSelect\.tsx)$`,
		String.raw`[\\/]lucide-react[\\/]dist[\\/]esm[\\/](?:createLucideIcon|Icon|context|defaultAttributes|shared)`,
		String.raw`[\\/]icons[\\/](?:circle-check|loader-circle|triangle-alert|triangle-exclamation-point|video|calendar-clock|wifi-off|stethoscope)\.`,
		'preload-helper',
	].join('|'),
);

/** The professional's workstation, and four pages that stay small: the client's way into a visit, booking one, all that are theirs, and paying by a link. */
export default defineConfig({
	root: import.meta.dirname,
	plugins: [
		react(),
		tailwindcss(),
		subsetFonts(resolve(import.meta.dirname, '../node_modules/.cache/fonts')),
		oursOfReactAria,
		integrity,
		precompress,
	],
	worker: { format: 'es' },
	build: {
		outDir: resolve(import.meta.dirname, '../dist/client'),
		emptyOutDir: true,
		target: 'esnext',
		manifest: true,
		// The content security policy has no `data:` for scripts and fonts.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			input: {
				index: resolve(import.meta.dirname, 'index.html'),
				join: resolve(import.meta.dirname, 'join.html'),
				book: resolve(import.meta.dirname, 'book.html'),
				my: resolve(import.meta.dirname, 'my.html'),
				pay: resolve(import.meta.dirname, 'pay.html'),
			},
			output: {
				codeSplitting: {
					groups: [
						{ name: 'base', test: base },
						{ name: 'common', test: common },
					],
				},
			},
		},
	},
});
