import type { Express } from 'express';
import { answer } from '../answers.ts';
import type { Checkout } from '../checkout.ts';
import { toSession } from '../objects/session.ts';
import type { SandboxStore } from '../store.ts';
import { accountOf } from './account.ts';

/** `/v1/checkout/sessions` */
export function addCheckout(app: Express, store: SandboxStore, checkout: Checkout): void {
	const path = '/v1/checkout/sessions';
	app.post(path, (request, response) =>
		answer(store, response, toSession(checkout.create(accountOf(request), request.body))),
	);
	app.get(`${path}/:id`, (request, response) =>
		answer(store, response, toSession(checkout.find(accountOf(request), request.params.id))),
	);
	app.post(`${path}/:id/expire`, (request, response) =>
		answer(store, response, toSession(checkout.expire(accountOf(request), request.params.id))),
	);
}
