import type { Express, Response } from 'express';
import { z } from 'zod';
import { answer } from '../answers.ts';
import type { Intents } from '../intents.ts';
import { toPaymentIntent } from '../objects/intent.ts';
import type { SandboxStore, StoredIntent } from '../store.ts';
import { accountOf } from './account.ts';

/** `/v1/payment_intents` */
export function addIntents(app: Express, store: SandboxStore, intents: Intents): void {
	const path = '/v1/payment_intents';
	app.post(path, (request, response) =>
		answerIntent(store, response, intents.create(accountOf(request), request.body), request.body),
	);
	app.get(`${path}/:id`, (request, response) =>
		answerIntent(store, response, intents.find(accountOf(request), request.params.id), request.query),
	);
	app.post(`${path}/:id`, (request, response) =>
		answerIntent(store, response, intents.update(accountOf(request), request.params.id, request.body), request.body),
	);
	app.post(`${path}/:id/confirm`, (request, response) =>
		answerIntent(
			store,
			response,
			intents.chargeKept(accountOf(request), request.params.id, request.body),
			request.body,
		),
	);
	app.post(`${path}/:id/cancel`, (request, response) =>
		answerIntent(store, response, intents.cancel(accountOf(request), request.params.id), request.body),
	);
}

const expansion = z.object({ expand: z.array(z.string()).optional() });

/** Answers with an intent, and with its charge where `params` ask for it. */
export function answerIntent(store: SandboxStore, response: Response, intent: StoredIntent, params: unknown) {
	const { expand } = expansion.parse(params ?? {});
	return answer(store, response, toPaymentIntent(intent, expand?.includes('latest_charge') ?? false));
}
