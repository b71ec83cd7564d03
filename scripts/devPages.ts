// The pages of `npm run dev`: Vite with hot reload, as the built server would serve them.
import { createServer, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT']}`;
const pages = new URL(process.env['PUBLIC_URL'] ?? '');

/** `/join`, `/my`, `/pay` and `/book/<slug>` are the client's pages, every other page address the workstation's (server/http/pages.ts). */
const pageAddresses: Plugin = {
	name: 'page-addresses',
	configureServer: ({ middlewares }) => {
		middlewares.use((request, _response, next) => {
			const [path = ''] = request.url?.split('?') ?? [];
			if (['/join', '/my', '/pay'].includes(path)) request.url = `${path}.html`;
			if (path.startsWith('/book/')) request.url = '/book.html';
			next();
		});
	},
};

const vite = await createServer({
	configFile: 'client/vite.config.ts',
	plugins: [pageAddresses],
	server: {
		host: pages.hostname,
		port: Number(pages.port),
		strictPort: true,
		proxy: {
			'^/(api|dev|v1|healthz)(/|$)': server,
			'/socket.io': { target: server, ws: true },
		},
	},
});
await vite.listen();
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
	process.once(signal, () => void vite.close().then(() => process.exit(0)));
}
