import express, { type Router } from 'express';
import { z } from 'zod';
import { answerRefusal } from './answers.ts';
import { answerIntent } from './api/intents.ts';
import { SandboxRefusal } from './errors.ts';
import type { Intents } from './intents.ts';
import { accountOfKey } from './ownKeys.ts';
import type { SandboxStore, StoredIntent } from './store.ts';

/** What the browser proves itself with: the publishable key, and the secret of this one intent. */
const proof = z.object({
	key: z.string().startsWith('pk_test_'),
	client_secret: z.string(),
	_stripe_account: z.string().optional(),
});
const cardParams = z.object({ payment_method_data: z.object({ card: z.unknown() }) });
const challengeParams = z.object({ outcome: z.enum(['approved', 'refused']) });

/**
 * What Stripe.js does at Stripe, for the card form of the stand-in: `/sandbox/stripe/v1/payment_intents/:id/…`.
 * The card number comes here and nowhere else, as it would go to Stripe only.
 */
export function createBrowserRouter(store: SandboxStore, intents: Intents): Router {
	const router = express.Router();
	const base = '/sandbox/stripe/v1/payment_intents/:id';
	router.use('/sandbox/stripe', express.urlencoded({ extended: true, limit: '16kb' }));

	router.post(`${base}/confirm`, (request, response) => {
		const { id, account } = prove(request.params.id, request.body);
		const { payment_method_data } = understand(cardParams, request.body);
		return answerIntent(store, response, intents.confirm(account, id, payment_method_data.card), {});
	});
	/** Not one of Stripe's addresses: there the bank's own page ends the challenge. */
	router.post(`${base}/authenticate`, (request, response) => {
		const { id, account } = prove(request.params.id, request.body);
		const { outcome } = understand(challengeParams, request.body);
		return answerIntent(store, response, intents.authenticate(account, id, outcome === 'approved'), {});
	});
	router.use('/sandbox/stripe', answerRefusal(store));
	return router;

	function prove(id: string, params: unknown): StoredIntent {
		const { key, client_secret, _stripe_account } = understand(proof, params);
		const intent = intents.find(accountOfKey(key, _stripe_account) ?? '', id);
		if (intent.clientSecret !== client_secret) throw SandboxRefusal.missing(id);
		return intent;
	}
}

function understand<T extends z.ZodType>(schema: T, params: unknown): z.output<T> {
	const parsed = schema.safeParse(params);
	if (!parsed.success) throw SandboxRefusal.invalid('The request is not what Stripe.js would send.');
	return parsed.data;
}
