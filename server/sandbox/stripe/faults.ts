import type { RequestHandler } from 'express';
import { z } from 'zod';
import { SandboxRefusal } from './errors.ts';

const share = z.coerce.number().min(0).max(1);
const wait = z.coerce.number().int().min(0).max(600_000);

/** What goes wrong on purpose, as it can at Stripe and on the way there. */
export const faultsSchema = z.object({
	/** Each webhook waits so long, and up to `jitterMs` more, so that later ones overtake it; in ms. */
	delayMs: wait,
	jitterMs: wait,
	/** Shares of the webhooks, from 0 to 1: sent twice; not sent until somebody asks for it. */
	duplicated: share,
	dropped: share,
	/** Shares of the API's requests: refused with nothing done; done, with the answer lost on its way. */
	refused: share,
	answersLost: share,
});
export type Faults = z.infer<typeof faultsSchema>;

export const noFaults: Faults = { delayMs: 0, jitterMs: 0, duplicated: 0, dropped: 0, refused: 0, answersLost: 0 };

/** Refuses requests, or marks them so that their answer is lost. */
export const failingRequests =
	(faults: () => Faults, random: () => number): RequestHandler =>
	(_request, response, next) => {
		const { refused, answersLost } = faults();
		if (random() < refused) {
			throw new SandboxRefusal(500, { type: 'api_error', message: 'The stand-in was told to fail.' });
		}
		response.locals['isLost'] = random() < answersLost;
		next();
	};
