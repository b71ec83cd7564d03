import type { Express, Response } from 'express';
import { z } from 'zod';
import { answer } from '../answers.ts';
import type { Checkout } from '../checkout.ts';
import { toSession } from '../objects/session.ts';
import { toPaymentIntent } from '../objects/intent.ts';
import type { SandboxStore, StoredSession } from '../store.ts';
import { accountOf } from './account.ts';

/** `/v1/checkout/sessions` */
export function addCheckout(app: Express, store: SandboxStore, checkout: Checkout): void {
	const path = '/v1/checkout/sessions';
	app.post(path, (request, response) =>
		answer(store, response, toSession(checkout.create(accountOf(request), request.body))),
	);
	app.get(`${path}/:id`, (request, response) =>
		answerSession(store, response, checkout.find(accountOf(request), request.params.id), request.query),
	);
	app.post(`${path}/:id/expire`, (request, response) =>
		answer(store, response, toSession(checkout.expire(accountOf(request), request.params.id))),
	);
}

const expansion = z.object({ expand: z.array(z.string()).optional() });

/** Answers with a session, and with its intent and that one's charge where `params` ask for both. */
function answerSession(store: SandboxStore, response: Response, session: StoredSession, params: unknown) {
	const { expand } = expansion.parse(params ?? {});
	const intent = session.intent === null ? undefined : store.state.intents[session.intent];
	const isWhole = intent !== undefined && expand?.includes('payment_intent.latest_charge');
	return answer(store, response, {
		...toSession(session),
		...(isWhole && { payment_intent: toPaymentIntent(intent, true) }),
	});
}
