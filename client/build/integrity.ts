import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** The `integrity` of a file. @see https://www.w3.org/TR/sri-2/#the-integrity-attribute */
const integrityOf = (content: string | Uint8Array): string =>
	`sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * Makes browsers refuse a script or style sheet of the two pages that is not the one of their build, as when a cache or
 * a content network between changed it. What is loaded later is named by these, by its hash.
 */
export const integrity: Plugin = {
	name: 'samtal:integrity',
	apply: 'build',
	enforce: 'post',
	generateBundle: {
		order: 'post',
		handler(_, bundle) {
			for (const page of Object.values(bundle)) {
				if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
				page.source = String(page.source).replaceAll(
					/(<(?:script|link) [^>]*?(?:src|href)="\/(assets\/[^"]+\.(?:js|css))")/g,
					(tag: string, _tag: string, name: string) => {
						const file = bundle[name];
						if (!file) throw new Error(`The page names ${name}, which is not in the build`);
						return `${tag} integrity="${integrityOf(file.type === 'chunk' ? file.code : file.source)}"`;
					},
				);
			}
		},
	},
};
