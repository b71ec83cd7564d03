import express, { type Express, type RequestHandler } from 'express';
import { answerRefusal, idempotent } from '../answers.ts';
import { SandboxRefusal } from '../errors.ts';
import type { Accounts } from '../accounts.ts';
import type { Checkout } from '../checkout.ts';
import type { Customers } from '../customers.ts';
import type { Endpoints } from '../endpoints.ts';
import type { Intents } from '../intents.ts';
import type { SandboxStore } from '../store.ts';
import { accountOrPlatform } from './account.ts';
import { addAccounts } from './accounts.ts';
import { addCheckout } from './checkout.ts';
import { addCustomers } from './customers.ts';
import { addDomains } from './domains.ts';
import { addEndpoints } from './endpoints.ts';
import type { Refunds } from '../refunds.ts';
import { addIntents } from './intents.ts';
import { addPayouts } from './payouts.ts';
import { addRefunds } from './refunds.ts';

interface Resources {
	checkout: Checkout;
	customers: Customers;
	intents: Intents;
	refunds: Refunds;
	accounts: Accounts;
	endpoints: Endpoints;
	now: () => Date;
	newId: () => string;
}

/** The part of Stripe's HTTP API that the app's server uses, for the official SDK to talk to. */
export function createApi(
	store: SandboxStore,
	{ checkout, customers, intents, refunds, accounts, endpoints, now, newId }: Resources,
	failing: RequestHandler,
): Express {
	const app = express();
	app.disable('x-powered-by');
	app.use(express.urlencoded({ extended: true }));
	app.use(requireSecretKey);
	app.use(failing);
	app.use(idempotent(store));
	app.set('query parser', 'extended');

	addIntents(app, store, intents);
	addCheckout(app, store, checkout);
	addCustomers(app, store, customers);
	addAccounts(app, store, accounts);
	addRefunds(app, store, refunds);
	addEndpoints(app, store, endpoints);
	addDomains(app, store, { now, newId });
	addPayouts(app, store, now);
	app.use((request) => {
		throw new SandboxRefusal(404, {
			type: 'invalid_request_error',
			message: `Unrecognized request URL (${request.method}: ${request.path}).`,
		});
	});
	app.use(answerRefusal(store));
	return app;
}

const requireSecretKey: RequestHandler = (request, _response, next) => {
	accountOrPlatform(request);
	next();
};
