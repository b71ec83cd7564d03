import type { Express } from 'express';
import { answer } from '../answers.ts';
import type { Customers } from '../customers.ts';
import { toCustomer } from '../objects/customer.ts';
import { toPaymentMethod } from '../objects/method.ts';
import type { SandboxStore } from '../store.ts';
import { accountOf } from './account.ts';

/** `/v1/customers`, and the cards that are kept for them: `/v1/payment_methods` */
export function addCustomers(app: Express, store: SandboxStore, customers: Customers): void {
	app.post('/v1/customers', (request, response) =>
		answer(store, response, toCustomer(customers.create(accountOf(request), request.body))),
	);
	app.get('/v1/customers/:id', (request, response) =>
		answer(store, response, toCustomer(customers.find(accountOf(request), request.params.id))),
	);
	app.post('/v1/payment_methods/:id/detach', (request, response) =>
		answer(store, response, toPaymentMethod(customers.detach(accountOf(request), request.params.id))),
	);
}
