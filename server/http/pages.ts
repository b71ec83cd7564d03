import { existsSync } from 'node:fs';
import express, { type Router } from 'express';
import sirv from 'sirv';

const YEAR_S = 365 * 24 * 60 * 60;

/**
 * Serves the built client from `folder`, compressed where the browser takes Brotli: hashed files for ever, the
 * pages never from a cache. `/join` is the client's way and `/book/<slug>` where they book; every other address without a file is the workstation's.
 * Without a build, as in development, no address is answered. The folder is read once, here.
 */
export function builtPages(folder: string): Router {
	const router = express.Router();
	if (!existsSync(folder)) return router;
	const assets = sirv(folder, { brotli: true, etag: true, maxAge: YEAR_S, immutable: true });
	const pages = sirv(folder, {
		brotli: true,
		etag: true,
		single: true,
		ignores: false,
		setHeaders: (response) => void response.setHeader('Cache-Control', 'no-cache'),
	});
	// Without `next`, sirv answers itself that there is no such file.
	router.get('/assets/{*path}', (request, response) => assets(request, response));
	router.get('/book/:slug', (request, response) => {
		request.url = '/book';
		return pages(request, response);
	});
	router.get('/{*path}', pages);
	return router;
}
