import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import pino from 'pino';
import { createApp } from '../../../app.ts';
import { createJoinLinks } from '../../../adapters/links.ts';
import { createTranslate } from '../../../adapters/i18n.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import { createSecretBox } from '../../../adapters/secretBox.ts';
import { createAccountClients } from '../../../adapters/stripe/accountClients.ts';
import { createStripeAccounts } from '../../../adapters/stripe/accounts.ts';
import { createKeyedAccounts } from '../../../adapters/stripe/keyedAccounts.ts';
import { createStripeProvider } from '../../../adapters/stripe/provider.ts';
import { startStripeSandbox, type StripeSandbox } from '../../../sandbox/stripe/start.ts';
import { openTestDatabase } from '../../../testing/database.ts';
import type { PaymentDeps } from '../deps.ts';
import type { PaymentProvider } from '../ports.ts';
import { createFindKeys } from '../setup/ownKeys/keep.ts';
import { addPaymentRoutes } from '../routes.ts';
import { createEventApplier, type EventApplier } from '../events/applier.ts';
import { createPaymentWebhook } from '../events/webhook.ts';
import { createTestDoorkeeper } from './doorkeeper.ts';
import { storeMail } from './mail.ts';

export const webhookSecret = 'whsec_test';

export interface World {
	origin: string;
	database: Database;
	sandbox: StripeSandbox;
	/** Appointments whose people were told that payments changed, in order. */
	notified: string[];
	applier: EventApplier;
	/** What the features are given; a test may put something else in one place. */
	deps: PaymentDeps;
	close(): Promise<void>;
}

interface WorldOptions {
	/** Stands before the provider, to let it fail or wait. */
	provider?: (real: PaymentProvider) => PaymentProvider;
	/** False keeps the stand-in's webhooks away, so that a test sends its own. */
	webhooks?: boolean;
}

/** The app on a port, with a database of its own and the Stripe stand-in behind the real SDK. */
export async function startWorld({ provider = (real) => real, webhooks = true }: WorldOptions = {}): Promise<World> {
	const log = pino({ level: 'silent' });
	const ambient = { now: () => new Date(), newId: randomUUID };
	const { db: database, close: closeDatabase } = await openTestDatabase();
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'samtal-stripe-'));
	const web = await listen();
	const webhookUrl = `${web.origin}${webhooks ? '/api/stripe/webhook' : '/nowhere'}`;
	const sandbox = await startStripeSandbox({
		dataDir,
		webhookUrl,
		webhookSecret,
		...ambient,
		random: Math.random,
		log,
	});
	const secrets = createSecretBox('a secret of at least 32 characters');
	const findOwnKeys = createFindKeys(database, secrets);
	const clients = createAccountClients({
		platform: { secretKey: 'sk_test_samtal', publishableKey: 'pk_test_samtal', webhookSecret },
		sandbox: { host: sandbox.host, port: sandbox.port },
		findOwnKeys,
		log,
	});
	const links = createJoinLinks(web.origin, 'a secret of at least 32 characters');
	const notified: string[] = [];
	const deps: PaymentDeps = {
		...ambient,
		database,
		origin: web.origin,
		log,
		provider: provider(createStripeProvider(clients, { name: 'sandbox', now: ambient.now })),
		accounts: createStripeAccounts(clients),
		keyed: createKeyedAccounts(clients),
		...{ secrets, findOwnKeys, links },
		translate: createTranslate(),
		mail: storeMail(ambient),
		notifyTool: (appointmentId) => notified.push(appointmentId),
	};
	const applier = createEventApplier(deps);
	web.serve(
		createApp({
			doorkeeper: createTestDoorkeeper(database, links, ambient),
			features: (routes) => addPaymentRoutes(routes, deps),
			webhooks: createPaymentWebhook(deps, applier),
			feeds: express.Router(),
			sandboxes: [sandbox.browserRouter, sandbox.pageRouter, sandbox.hostedRouter],
			health: express.Router(),
			pages: express.Router(),
			log,
			trustProxy: false,
		}),
	);
	return {
		origin: web.origin,
		database,
		sandbox,
		notified,
		deps,
		applier,
		async close() {
			await sandbox.close();
			await web.close();
			await applier.idle();
			await closeDatabase();
			await rm(dataDir, { recursive: true });
		},
	};
}

/** A server on a free port whose handler comes later: app and stand-in need each other's address. */
async function listen() {
	let handle: RequestListener = (_request, response) => response.writeHead(503).end();
	const server = createServer((request, response) => handle(request, response));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		origin: `http://127.0.0.1:${address.port}`,
		serve: (handler: RequestListener) => (handle = handler),
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
