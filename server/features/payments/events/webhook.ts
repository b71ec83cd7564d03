import express, { type Router } from 'express';
import { z } from 'zod';
import { success } from '../../../../shared/contract/result.ts';
import type { PaymentDeps } from '../deps.ts';
import type { EventApplier } from './applier.ts';
import { createEventStore } from './store.ts';

const ownAccount = z.object({ account: z.string().optional() });

/**
 * Stripe's way in: `POST /api/stripe/webhook`, and below it one for each account with keys of its own. The signature covers the bytes as they came, so this stands before
 * the JSON parser. An event is stored, answered and then applied; an answer other than 2xx makes Stripe send it again.
 */
export function createPaymentWebhook(deps: PaymentDeps, applier: EventApplier): Router {
	const router = express.Router();
	const store = createEventStore(deps);
	router.post(
		'/api/stripe/webhook{/:account}',
		express.raw({ type: () => true, limit: '1mb' }),
		async (request, response) => {
			const body: unknown = request.body;
			const rawBody = body instanceof Uint8Array ? body : new Uint8Array();
			const { account = null } = ownAccount.parse(request.params);
			const event = await deps.provider.verifyWebhook(rawBody, request.get('stripe-signature') ?? '', account);
			const isNew = await store(event);
			response.json(success({}));
			if (isNew) applier.soon(event.id);
		},
	);
	return router;
}
