import express, { type Express, type Request } from 'express';
import { answer, answerRefusal, idempotent } from './answers.ts';
import { SandboxRefusal } from './errors.ts';
import type { Intents } from './intents.ts';
import type { SandboxStore } from './store.ts';

/** The part of Stripe's HTTP API that the app's server uses, for the official SDK to talk to. */
export function createApi(store: SandboxStore, intents: Intents): Express {
	const app = express();
	app.disable('x-powered-by');
	app.use(express.urlencoded({ extended: true }));
	app.use(requireSecretKey);
	app.use(idempotent(store));
	app.set('query parser', 'extended');

	app.post('/v1/payment_intents', (request, response) =>
		answer(store, response, intents.create(accountOf(request), request.body), request.body),
	);
	app.get('/v1/payment_intents/:id', (request, response) =>
		answer(store, response, intents.find(accountOf(request), request.params.id), request.query),
	);
	app.post('/v1/payment_intents/:id', (request, response) =>
		answer(store, response, intents.update(accountOf(request), request.params.id, request.body), request.body),
	);
	app.post('/v1/payment_intents/:id/cancel', (request, response) =>
		answer(store, response, intents.cancel(accountOf(request), request.params.id), request.body),
	);
	app.use((request) => {
		throw new SandboxRefusal(404, {
			type: 'invalid_request_error',
			message: `Unrecognized request URL (${request.method}: ${request.path}).`,
		});
	});
	app.use(answerRefusal(store));
	return app;
}

const requireSecretKey: express.RequestHandler = (request, _response, next) => {
	if (!/^Bearer sk_test_\w+$/.test(request.get('authorization') ?? '')) {
		throw new SandboxRefusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' });
	}
	next();
};

/** The connected account that the request is for. */
function accountOf(request: Request): string {
	const account = request.get('stripe-account');
	if (account?.startsWith('acct_')) return account;
	throw SandboxRefusal.invalid('Samtal takes payments on connected accounts only: Stripe-Account is missing.');
}
