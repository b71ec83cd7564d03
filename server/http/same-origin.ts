import type { RequestHandler } from 'express';
import { SamtalError } from '../../shared/contract/errors.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page asks for. Browsers name the relation in `Sec-Fetch-Site`
 * (Fetch Metadata, W3C); programs that are no browsers do not send it and carry no cookie by accident.
 */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
	const site = request.get('sec-fetch-site');
	if (!reading.has(request.method) && site !== undefined && site !== 'same-origin' && site !== 'none') {
		throw new SamtalError('FORBIDDEN');
	}
	next();
};
