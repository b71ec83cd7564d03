import { createServer, type Server } from 'node:http';
import type { Router } from 'express';
import type { Logger } from 'pino';
import { createAccounts } from './accounts.ts';
import { createApi } from './api/api.ts';
import { createBrowserRouter } from './browser.ts';
import { toAccountEvent, toEvent } from './events.ts';
import { createIntents, type IntentDeps } from './intents.ts';
import { createOnboardingRouter } from './onboarding.ts';
import { createPageRouter } from './page.ts';
import { openStore, type StoredEvent } from './store.ts';
import { createWebhooks } from './webhooks.ts';

interface SandboxOptions {
	/** Folder for `stripe-sandbox.json`, made when missing. */
	dataDir: string;
	/** Where the app takes Stripe's webhooks: the whole address. */
	webhookUrl: string;
	webhookSecret: string;
	now: () => Date;
	newId: () => string;
	log: Logger;
}

export interface StripeSandbox {
	/** Where the SDK finds the API, over plain HTTP. */
	host: string;
	port: number;
	/** `/sandbox/stripe/…`, for the card form; has its own body parser. */
	browserRouter: Router;
	/** `/dev/stripe`. */
	pageRouter: Router;
	/** `/dev/stripe/onboarding/…`: what stands in for Stripe's form. */
	onboardingRouter: Router;
	close(): Promise<void>;
}

/** Starts a local stand-in for Stripe on a free port. Never in production: whoever has its test keys can pay. */
export async function startStripeSandbox(options: SandboxOptions): Promise<StripeSandbox> {
	const { dataDir, webhookUrl, webhookSecret, now, newId, log } = options;
	const store = await openStore(dataDir);
	const webhooks = createWebhooks({ store, url: webhookUrl, secret: webhookSecret, now, log });
	const publish = (event: StoredEvent) => {
		store.state.events.push(event);
		webhooks.send(event);
	};
	const ambient = { now, newId };
	const emit: IntentDeps['emit'] = (type, intent) => publish(toEvent(type, intent, ambient));
	const intents = createIntents({ store, ...ambient, emit });
	const accounts = createAccounts({
		...{ store, ...ambient },
		emit: (account) => publish(toAccountEvent(account, ambient)),
	});
	const server = createServer(createApi(store, intents, accounts));
	const port = await listen(server);
	webhooks.resume();
	return {
		host: '127.0.0.1',
		port,
		browserRouter: createBrowserRouter(store, intents),
		pageRouter: createPageRouter(store, webhooks),
		onboardingRouter: createOnboardingRouter(accounts),
		async close() {
			webhooks.close();
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
			await store.save();
		},
	};
}

const listen = (server: Server): Promise<number> =>
	new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			if (address !== null && typeof address === 'object') resolve(address.port);
		});
	});
