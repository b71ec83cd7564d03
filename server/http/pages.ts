import path from 'node:path';
import express, { type Router } from 'express';

const year = '365d';

/**
 * Serves the built client from `folder`: hashed files for ever, the two pages never from a cache.
 * `/join` is the client's way; every other address without a file is the workstation's.
 */
export function builtPages(folder: string): Router {
	const router = express.Router();
	router.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: year, fallthrough: false }));
	router.use(express.static(folder, { index: false }));
	const page = (file: string) => (_request: express.Request, response: express.Response) => {
		response.set('Cache-Control', 'no-cache').sendFile(path.join(folder, file));
	};
	router.get('/join', page('join.html'));
	router.get('/{*path}', page('index.html'));
	return router;
}
