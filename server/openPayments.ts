import { createServer, type RequestListener } from 'node:http';
import { Router } from 'express';
import { createStripeAccounts } from './adapters/stripe/accounts.ts';
import { createStripeClient } from './adapters/stripe/client.ts';
import { createStripeProvider } from './adapters/stripe/provider.ts';
import type { Env } from './env.ts';
import type { PaymentProvider } from './features/payments/ports.ts';
import type { AccountProvider } from './features/payments/setup/ports.ts';
import { listen } from './listen.ts';
import { startStripeSandbox } from './sandbox/stripe/start.ts';
import type { Logger } from 'pino';

interface Payments {
	provider: PaymentProvider;
	accounts: AccountProvider;
	/** The stand-in's pages; empty with the real Stripe. */
	pages: Router;
	/** Where the stand-in sends its webhooks; the real Stripe calls the public address by itself. */
	deliverTo(app: RequestListener): void;
	close(): Promise<void>;
}

/** Stripe when it is configured, otherwise its local stand-in with the same SDK in front of it. */
export async function openPayments(
	{ stripe, dataDir }: Pick<Env, 'stripe' | 'dataDir'>,
	ambient: { now: () => Date; newId: () => string; log: Logger },
): Promise<Payments> {
	if (stripe) {
		const client = createStripeClient({ ...stripe, ...ambient });
		return {
			provider: createStripeProvider(client, { ...stripe, ...ambient, name: 'stripe' }),
			accounts: createStripeAccounts(client),
			pages: Router(),
			deliverTo: () => undefined,
			close: () => Promise.resolve(),
		};
	}

	let deliver: RequestListener = (_request, response) => response.writeHead(503).end();
	// A listener of its own: the public one may speak HTTPS with a certificate that nobody has signed.
	const hooks = createServer((request, response) => deliver(request, response));
	await listen(hooks, 0, '127.0.0.1');
	const address = hooks.address();
	if (address === null || typeof address === 'string') throw new Error('The webhook listener has no port');
	const webhookSecret = 'whsec_sandbox';
	const sandbox = await startStripeSandbox({
		...ambient,
		random: Math.random,
		dataDir,
		webhookSecret,
		webhookUrl: `http://127.0.0.1:${address.port}/api/stripe/webhook`,
	});
	const { host, port } = sandbox;
	const client = createStripeClient({ ...ambient, secretKey: 'sk_test_sandbox', sandbox: { host, port } });
	return {
		provider: createStripeProvider(client, {
			...ambient,
			name: 'sandbox',
			publishableKey: 'pk_test_sandbox',
			webhookSecret,
		}),
		accounts: createStripeAccounts(client),
		pages: Router().use(sandbox.browserRouter, sandbox.pageRouter, sandbox.onboardingRouter),
		deliverTo: (app) => {
			deliver = app;
		},
		close: async () => {
			await sandbox.close();
			hooks.closeAllConnections();
			hooks.close();
		},
	};
}
