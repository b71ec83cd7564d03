import { createServer } from 'node:http';
import { build, type Rolldown } from 'vite';

export interface BundledPage {
	/** An empty page which has what the module exports as `window.page`. */
	url: string;
	close(): void;
}

/** As strict as the product's own: scripts and workers from here alone. */
const contentSecurityPolicy = "default-src 'self'; media-src 'self' blob:; object-src 'none'";

/**
 * Bundles a module with its styles and the workers that it starts, as the product is bundled, and serves them to a page.
 * `data` answers the page's requests for anything else, with JSON.
 */
export async function serveBundled(entry: string, data?: (url: URL) => string | undefined): Promise<BundledPage> {
	const files = await bundle(entry);
	const styles = [...files.keys()].filter((name) => name.endsWith('.css'));
	const page = `<!doctype html><title>Page</title>${styles.map((name) => `<link rel="stylesheet" href="/${name}">`).join('')}
		<script type="module" src="/start.js"></script>`;
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const name = url.pathname.slice(1);
		const [type, content] = files.has(name)
			? [name.endsWith('.css') ? 'text/css' : 'text/javascript', files.get(name)]
			: [data ? 'application/json' : 'text/html', data?.(url)];
		response.setHeader('Content-Security-Policy', contentSecurityPolicy);
		response.setHeader('Content-Type', content === undefined ? 'text/html' : type);
		response.end(content ?? page);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('The page has no address');
	return { url: `http://127.0.0.1:${address.port}/`, close: () => void server.close() };
}

/** Code by file name. */
async function bundle(entry: string): Promise<Map<string, string>> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		// A library would leave it to whoever bundles it.
		define: { 'process.env.NODE_ENV': '"production"' },
		worker: { format: 'es' },
		build: {
			write: false,
			target: 'esnext',
			assetsInlineLimit: 0,
			modulePreload: false,
			lib: { entry, formats: ['es'], fileName: 'page' },
			rolldownOptions: { output: { entryFileNames: 'page.js' } },
		},
	});
	const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
	const files = new Map([['start.js', "import * as page from '/page.js'; window.page = page;"]]);
	for (const file of outputs.flatMap(({ output }) => output)) {
		files.set(file.fileName, file.type === 'chunk' ? file.code : String(file.source));
	}
	return files;
}
