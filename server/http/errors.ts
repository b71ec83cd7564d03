import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { SamtalError } from '../../shared/contract/errors.ts';
import { statusOf } from '../../shared/contract/errorTable.ts';
import { isUnreachable } from '../adapters/prisma/unreachable.ts';
import { failure } from '../../shared/contract/result.ts';

/** What express and its body parser throw: `type` tells which. */
const bodyParserError = z.object({ type: z.string(), status: z.number() });

/** Turns whatever a handler threw into the error of the contract. */
function toSamtalError(error: unknown): SamtalError {
	if (error instanceof SamtalError) return error;
	const parsed = bodyParserError.safeParse(error);
	if (parsed.success && parsed.data.type === 'entity.too.large') return new SamtalError('PAYLOAD_TOO_LARGE');
	if (parsed.success && parsed.data.status < 500) return new SamtalError('MALFORMED_BODY');
	if (error instanceof URIError) return new SamtalError('NOT_FOUND');
	if (isUnreachable(error)) return new SamtalError('UNAVAILABLE', {}, { cause: error });
	return new SamtalError('INTERNAL', { correlationId: randomUUID() }, { cause: error });
}

/** Answers every failure with the envelope; only what nobody foresaw is logged, without any input. */
export const errorHandler =
	(log: Logger): ErrorRequestHandler =>
	(error, _request, response, _next) => {
		const known = toSamtalError(error);
		if (known.code === 'INTERNAL')
			log.error({ err: known.cause, correlationId: known.details.correlationId }, 'request failed');
		else if (known.cause !== undefined && known.code === 'UNAVAILABLE') log.error('database not reachable');
		// A file that is half sent: that it ends too early is all that can still be said.
		if (response.headersSent) return void response.destroy();
		if (known.details.retryAfterMs !== undefined) {
			response.set('Retry-After', String(Math.ceil(known.details.retryAfterMs / 1000)));
		}
		response.status(statusOf(known)).json(failure(known));
	};

/** An address below /api that no route answers. */
export const notFound: RequestHandler = () => {
	throw new SamtalError('NOT_FOUND');
};
