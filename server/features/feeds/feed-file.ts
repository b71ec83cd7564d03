import { createHash } from 'node:crypto';
import { Router } from 'express';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { createLimit } from '../../http/limits.ts';
import { createFeed, type FeedDeps } from './feed.ts';

/** `/calendar/<secret>.ics`, for calendar programs. They name the version that they have, and mostly it still holds. */
export function feedFiles(deps: FeedDeps): Router {
	const feed = createFeed(deps);
	const router = Router();
	// Programs read it every few minutes, and many share the network addresses of Google or Microsoft.
	const perNetworkAddress = createLimit(120, 60);
	router.get('/calendar/:secret.ics', async (request, response) => {
		await perNetworkAddress.take(request.ip ?? '');
		const file = await feed.read(request.params.secret);
		if (file === undefined) throw new SamtalError('NOT_FOUND');
		const etag = `"${createHash('sha256').update(file).digest('base64url')}"`;
		response.set({ ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' });
		if (names(request.get('if-none-match'), etag)) response.status(304).end();
		else response.type('text/calendar; charset=utf-8').send(file);
	});
	return router;
}

/** RFC 9110, 13.1.2. Express's own comparison gives way to `Cache-Control: no-cache`, which programs send along. */
const names = (versions: string | undefined, etag: string): boolean =>
	(versions ?? '').split(',').some((version) => version.trim().replace(/^W\//, '') === etag);
