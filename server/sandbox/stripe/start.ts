import { createServer, type Server } from 'node:http';
import express, { type Router } from 'express';
import type { Logger } from 'pino';
import { createAccounts } from './accounts.ts';
import { createApi } from './api/api.ts';
import { createBrowserRouter } from './browser.ts';
import { createCheckout } from './checkout.ts';
import { createCheckoutRouter } from './checkoutPage.ts';
import { createCustomers } from './customers.ts';
import { createDisputes } from './disputes.ts';
import { createEndpoints } from './endpoints.ts';
import { toEvent } from './events.ts';
import { createIntents } from './intents.ts';
import { createOnboardingRouter } from './onboarding.ts';
import { createPageRouter } from './page.ts';
import { failingRequests, noFaults, type Faults } from './faults.ts';
import { toAccount } from './objects/account.ts';
import { toCharge } from './objects/charge.ts';
import { toDispute } from './objects/dispute.ts';
import { toPaymentIntent } from './objects/intent.ts';
import { toPaymentMethod } from './objects/method.ts';
import { toRefund } from './objects/refund.ts';
import { createRefunds } from './refunds.ts';
import { toSession } from './objects/session.ts';
import { openStore, type SandboxState, type StoredEvent } from './store.ts';
import { createWebhooks } from './webhooks.ts';

interface SandboxOptions {
	/** Folder for `stripe-sandbox.json`, made when missing. */
	dataDir: string;
	/** Where the app takes Stripe's webhooks: the whole address. */
	webhookUrl: string;
	webhookSecret: string;
	now: () => Date;
	newId: () => string;
	/** From 0 up to 1; says what goes wrong on purpose. */
	random: () => number;
	log: Logger;
}

export interface StripeSandbox {
	/** Where the SDK finds the API, over plain HTTP. */
	host: string;
	port: number;
	/** `/sandbox/stripe/…`, for the card form; has its own body parser. */
	browserRouter: Router;
	/** What goes wrong on purpose from now on. */
	setFaults(faults: Partial<Faults>): void;
	/** What the stand-in holds: what Stripe's dashboard would show. */
	readonly books: SandboxState;
	/** `/dev/stripe`. */
	pageRouter: Router;
	/** `/dev/stripe/onboarding/…` and `/dev/stripe/checkout/…`: what stands in for Stripe's own pages. */
	hostedRouter: Router;
	close(): Promise<void>;
}

/** How long it takes the bank to send a refund back. */
const laterMs = 1_000;

/** Starts a local stand-in for Stripe on a free port. Never in production: whoever has its test keys can pay. */
export async function startStripeSandbox(options: SandboxOptions): Promise<StripeSandbox> {
	const { dataDir, webhookUrl, webhookSecret, now, newId, random, log } = options;
	const store = await openStore(dataDir);
	let faults = noFaults;
	const webhooks = createWebhooks({
		...{ store, url: webhookUrl, secret: webhookSecret, now, log },
		...{ faults: () => faults, random },
	});
	const setFaults = (wanted: Partial<Faults>) => {
		faults = { ...faults, ...wanted };
	};
	const keep = (event: StoredEvent) => {
		store.state.events.push(event);
		webhooks.emit(event);
	};
	const ambient = { store, now, newId };
	const customers = createCustomers({
		...ambient,
		emit: (type, method) => keep(toEvent(type, method.account, toPaymentMethod(method), ambient)),
	});
	const disputes = createDisputes({
		...ambient,
		emit: (type, intent, dispute) => keep(toEvent(type, intent.account, toDispute(dispute, intent), ambient)),
	});
	const intents = createIntents({
		...{ ...ambient, customers, disputes },
		emit: (type, intent) => keep(toEvent(type, intent.account, toPaymentIntent(intent, false), ambient)),
	});
	const checkout = createCheckout({
		...ambient,
		intents,
		emit: (type, session) => keep(toEvent(type, session.account, toSession(session), ambient)),
	});
	const timers = new Set<NodeJS.Timeout>();
	const refunds = createRefunds({
		...ambient,
		intents,
		emit(type, intent, refund) {
			const object = type === 'charge.refunded' ? toCharge(intent) : toRefund(refund, intent);
			if (object) keep(toEvent(type, intent.account, object, ambient));
		},
		later: (work) => timers.add(setTimeout(work, laterMs)),
	});
	const accounts = createAccounts({
		...ambient,
		emit: (account) => keep(toEvent('account.updated', account.id, toAccount(account), ambient)),
	});
	const failing = failingRequests(() => faults, random);
	const server = createServer(
		createApi(
			store,
			{ checkout, customers, intents, refunds, accounts, endpoints: createEndpoints(ambient), now, newId },
			failing,
		),
	);
	const port = await listen(server);
	webhooks.resume();
	return {
		setFaults,
		books: store.state,
		host: '127.0.0.1',
		port,
		browserRouter: createBrowserRouter(store, intents),
		pageRouter: createPageRouter(store, { webhooks, disputes }, { faults: () => faults, setFaults }),
		hostedRouter: express.Router().use(createOnboardingRouter(accounts), createCheckoutRouter(store, checkout)),
		async close() {
			webhooks.close();
			for (const timer of timers) clearTimeout(timer);
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
