import { createServer } from 'node:http';
import express from 'express';
import type Stripe from 'stripe';
import type { StripeSandbox } from '../start.ts';

/** The connected account of tests, as a request to the SDK names it. */
export const account = { stripeAccount: 'acct_demo' };

/** Puts an app on a free port. */
export async function serve(app: express.Express) {
	const server = createServer(app);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

/** What Stripe.js does with an intent: `confirm`, or the bank's `authenticate`. */
export async function actInBrowser(
	{ browserRouter }: Pick<StripeSandbox, 'browserRouter'>,
	{ id, client_secret }: Stripe.PaymentIntent,
	action: 'authenticate' | 'confirm',
	fields: Record<string, string>,
) {
	const web = await serve(express().use(browserRouter));
	const response = await fetch(`${web.url}/sandbox/stripe/v1/payment_intents/${id}/${action}`, {
		method: 'POST',
		body: new URLSearchParams({
			key: 'pk_test_samtal',
			client_secret: client_secret ?? '',
			_stripe_account: account.stripeAccount,
			...fields,
		}),
	});
	const body: unknown = await response.json();
	await web.close();
	return { status: response.status, body };
}

/** Types a card into the form and sends it. */
export const confirmWithCard = (
	sandbox: Pick<StripeSandbox, 'browserRouter'>,
	intent: Stripe.PaymentIntent,
	number = '4242424242424242',
	more: Record<string, string> = {},
) =>
	actInBrowser(sandbox, intent, 'confirm', {
		'payment_method_data[card][number]': number,
		'payment_method_data[card][exp_month]': '12',
		'payment_method_data[card][exp_year]': '2034',
		'payment_method_data[card][cvc]': '123',
		...more,
	});
