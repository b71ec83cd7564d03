import { createServer, type RequestListener } from 'node:http';
import { Router } from 'express';
import { createAccountClients, type AccountClientOptions } from './adapters/stripe/accountClients.ts';
import { createStripeAccounts } from './adapters/stripe/accounts.ts';
import { createKeyedAccounts } from './adapters/stripe/keyedAccounts.ts';
import { createStripeProvider } from './adapters/stripe/provider.ts';
import type { Env } from './env.ts';
import type { PaymentProvider } from './features/payments/ports.ts';
import type { KeyedAccounts } from './features/payments/setup/ownKeys/ports.ts';
import type { AccountProvider } from './features/payments/setup/ports.ts';
import { listen } from './listen.ts';
import { startStripeSandbox } from './sandbox/stripe/start.ts';
import type { Logger } from 'pino';

interface Payments {
	provider: PaymentProvider;
	accounts: AccountProvider;
	keyed: KeyedAccounts;
	/** The stand-in's pages; empty with the real Stripe. */
	pages: Router;
	/** Where the stand-in sends its webhooks; the real Stripe calls the public address by itself. */
	deliverTo(app: RequestListener): void;
	close(): Promise<void>;
}

interface Ambient {
	now: () => Date;
	newId: () => string;
	log: Logger;
	findOwnKeys: AccountClientOptions['findOwnKeys'];
}

/**
 * Stripe when it is configured, and in production in any case, where clinics can give keys of their own; otherwise
 * its local stand-in with the same SDK in front of it.
 */
export async function openPayments(
	{ stripe, dataDir, mode }: Pick<Env, 'stripe' | 'dataDir' | 'mode'>,
	ambient: Ambient,
): Promise<Payments> {
	if (stripe ?? mode === 'production') {
		return {
			...speakTo('stripe', { platform: stripe, ...ambient }),
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
	const platform = {
		secretKey: 'sk_test_sandbox',
		publishableKey: 'pk_test_sandbox',
		webhookSecret: 'whsec_sandbox',
	};
	const sandbox = await startStripeSandbox({
		...ambient,
		random: Math.random,
		dataDir,
		webhookSecret: platform.webhookSecret,
		webhookUrl: `http://127.0.0.1:${address.port}/api/stripe/webhook`,
	});
	const { host, port } = sandbox;
	return {
		...speakTo('sandbox', { platform, sandbox: { host, port }, ...ambient }),
		pages: Router().use(sandbox.browserRouter, sandbox.pageRouter, sandbox.hostedRouter),
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

function speakTo(name: PaymentProvider['name'], options: AccountClientOptions & Pick<Ambient, 'now'>) {
	const clients = createAccountClients(options);
	return {
		provider: createStripeProvider(clients, { name, now: options.now }),
		accounts: createStripeAccounts(clients),
		keyed: createKeyedAccounts(clients),
	};
}
