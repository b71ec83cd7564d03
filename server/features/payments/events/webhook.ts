import express, { type Router } from 'express';
import { success } from '../../../../shared/contract/result.ts';
import { applyStoredEvent } from './applyStored.ts';
import type { PaymentDeps } from '../deps.ts';
import { storeEvent } from './store.ts';

/**
 * Stripe's way in: `POST /api/stripe/webhook`. The signature covers the bytes as they came, so this stands before
 * the JSON parser. An answer other than 2xx makes Stripe send the event again.
 */
export function createPaymentWebhook(deps: PaymentDeps): Router {
	const router = express.Router();
	router.post('/api/stripe/webhook', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
		const body: unknown = request.body;
		const rawBody = body instanceof Uint8Array ? body : new Uint8Array();
		const event = deps.provider.verifyWebhook(rawBody, request.get('stripe-signature') ?? '');
		await storeEvent(event, deps);
		await applyStoredEvent(event.id, deps);
		response.json(success({}));
	});
	return router;
}
