import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import express from 'express';
import { startStripeSandbox, type StripeSandbox } from './start.ts';
import { account, confirmWithCard, serve } from './testing/browser.ts';

const webhookSecret = 'whsec_test';

let dataDir: string;
let sandbox: StripeSandbox;
let hooks: Awaited<ReturnType<typeof listenForWebhooks>>;

beforeEach(async () => {
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'samtal-stripe-'));
	hooks = await listenForWebhooks();
	sandbox = await start();
});
afterEach(async () => {
	await sandbox.close();
	await hooks.close();
	await rm(dataDir, { recursive: true });
});

const start = () =>
	startStripeSandbox({
		dataDir,
		webhookUrl: hooks.url,
		webhookSecret,
		now: () => new Date(),
		newId: randomUUID,
		random: Math.random,
		log: pino({ level: 'silent' }),
	});
const sdk = () =>
	new Stripe('sk_test_samtal', { host: sandbox.host, port: sandbox.port, protocol: 'http', maxNetworkRetries: 0 });
const create = (amount = 850_000, idempotencyKey: string = randomUUID(), currency = 'isk') =>
	sdk().paymentIntents.create({ amount, currency }, { ...account, idempotencyKey });

/** Takes webhooks like the app, refusing while `up` is false. */
async function listenForWebhooks() {
	const taken: Stripe.Event[] = [];
	const state = { up: true, refused: 0 };
	const app = express();
	app.post('/hook', express.raw({ type: () => true }), (request, response) => {
		if (!state.up) {
			state.refused += 1;
			return response.status(500).end();
		}
		const body: unknown = request.body;
		if (!(body instanceof Uint8Array)) throw new Error('no body');
		taken.push(Stripe.webhooks.constructEvent(body, request.get('stripe-signature') ?? '', webhookSecret));
		return response.end();
	});
	const { url, close } = await serve(app);
	return { state, taken, url: `${url}/hook`, close };
}

/** Confirms in the browser's way. */
const confirm = (intent: Stripe.PaymentIntent, number?: string, more?: Record<string, string>) =>
	confirmWithCard(sandbox, intent, number, more);

describe('the API', () => {
	it('answers the same request under the same key with the same intent, another one with a conflict', async () => {
		const first = await create(850_000, 'one');
		expect(await create(850_000, 'one')).toMatchObject({ id: first.id, client_secret: first.client_secret });
		await expect(create(900_000, 'one')).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
	});

	it('keeps accounts apart', async () => {
		const { id } = await create();
		const elsewhere = { stripeAccount: 'acct_other' };
		await expect(sdk().paymentIntents.retrieve(id, {}, elsewhere)).rejects.toMatchObject({ code: 'resource_missing' });
		await expect(sdk().paymentIntents.cancel(id, {}, elsewhere)).rejects.toMatchObject({ code: 'resource_missing' });
		await expect(sdk().paymentIntents.retrieve(id)).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
	});

	it.each([
		['part of a króna', 850_050, 'isk', { code: 'invalid_charge_amount_no_decimal_compatible', param: 'amount' }],
		['less than half a euro', 49, 'eur', { code: 'amount_too_small', param: 'amount' }],
		['nothing', 0, 'eur', { code: 'amount_too_small', param: 'amount' }],
		['more than eight digits', 100_000_000, 'eur', { code: 'amount_too_large', param: 'amount' }],
		['a million krónur', 100_000_000, 'isk', { code: 'amount_too_large', param: 'amount' }],
		['a currency that there is not', 850_000, 'xyz', { param: 'currency' }],
	])('refuses %s, as Stripe does', async (_, amount, currency, refusal) => {
		await expect(create(amount, randomUUID(), currency)).rejects.toMatchObject({
			...{ type: 'StripeInvalidRequestError', ...refusal },
		});
	});

	it('does not cancel what is paid', async () => {
		const intent = await create();
		expect(await confirm(intent)).toMatchObject({ status: 200, body: { status: 'succeeded' } });
		const refusal = { code: 'payment_intent_unexpected_state', payment_intent: { status: 'succeeded' } };
		await expect(sdk().paymentIntents.cancel(intent.id, {}, account)).rejects.toMatchObject(refusal);
		const paid = await sdk().paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] }, account);
		expect(paid).toMatchObject({
			amount_received: 850_000,
			latest_charge: { paid: true, payment_method_details: { card: { brand: 'visa', last4: '4242' } } },
		});
	});

	it('has lost nothing after a restart', async () => {
		const intent = await create(850_000, 'before');
		await confirm(intent, '4000000000009995');
		await sandbox.close();
		sandbox = await start();
		expect(await create(850_000, 'before')).toMatchObject({ id: intent.id });
		const after = await sdk().paymentIntents.retrieve(intent.id, {}, account);
		expect(after).toMatchObject({
			status: 'requires_payment_method',
			last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
		});
	});
});

describe('the card form', () => {
	it.each([
		['4000000000000002', 'card_declined', 'generic_decline'],
		['4000000000009995', 'card_declined', 'insufficient_funds'],
		['4111111111111111', 'incorrect_number', undefined],
	])('declines %s with %s, %s', async (number, code, decline_code) => {
		const { status, body } = await confirm(await create(), number);
		expect(status).toBe(402);
		expect(body).toMatchObject({ error: { type: 'card_error', code, ...(decline_code && { decline_code }) } });
	});

	it('needs the secret of that very intent', async () => {
		const [intent, other] = [await create(), await create()];
		const wrong = await confirm(intent, undefined, { client_secret: other.client_secret ?? '' });
		expect(wrong).toMatchObject({ status: 404, body: { error: { code: 'resource_missing' } } });
		expect(await sdk().paymentIntents.retrieve(intent.id, {}, account)).toMatchObject({
			status: 'requires_payment_method',
		});
	});

	it('never leads to a stored card number', async () => {
		await confirm(await create());
		await sandbox.close();
		expect(await readFile(path.join(dataDir, 'stripe-sandbox.json'), 'utf8')).not.toContain('424242');
		sandbox = await start();
	});
});

describe('webhooks', () => {
	it('are signed and say what happened on which account', async () => {
		const intent = await create();
		await confirm(intent, '4000000000000002');
		await confirm(intent);
		await vi.waitFor(() => expect(hooks.taken).toHaveLength(2));
		expect(hooks.taken.toSorted((a, b) => a.type.localeCompare(b.type))).toMatchObject([
			{ type: 'payment_intent.payment_failed', account: 'acct_demo' },
			{ type: 'payment_intent.succeeded', account: 'acct_demo', data: { object: { id: intent.id } } },
		]);
	});

	it('come again until they are taken, also after a restart', async () => {
		hooks.state.up = false;
		await sdk().paymentIntents.cancel((await create()).id, {}, account);
		await vi.waitFor(() => expect(hooks.state.refused).toBeGreaterThan(0));
		await sandbox.close();
		hooks.state.up = true;
		sandbox = await start();
		await vi.waitFor(() => expect(hooks.taken).toMatchObject([{ type: 'payment_intent.canceled' }]), { timeout: 5000 });
	});

	it('are sent once more from the page', async () => {
		const intent = await create();
		await confirm(intent);
		await vi.waitFor(() => expect(hooks.taken).toHaveLength(1));
		const web = await serve(express().use(sandbox.pageRouter));
		const html = await (await fetch(`${web.url}/dev/stripe`)).text();
		expect(html).toContain(intent.id);
		await fetch(`${web.url}/dev/stripe/events/${hooks.taken[0]?.id ?? ''}/send`, { method: 'POST' });
		await vi.waitFor(() => expect(hooks.taken).toHaveLength(2));
		expect(hooks.taken[1]?.id).toBe(hooks.taken[0]?.id);
		await web.close();
	});
});

describe('going wrong on purpose', () => {
	it('a refused request has done nothing; one whose answer is lost is done once, however often it is made', async () => {
		sandbox.setFaults({ refused: 1 });
		await expect(create()).rejects.toMatchObject({ type: 'StripeAPIError' });
		expect(Object.keys(sandbox.books.intents)).toEqual([]);
		sandbox.setFaults({ refused: 0, answersLost: 1 });
		// The SDK asks once more where a connection was closed, under the same key.
		const { id } = await create();
		expect(Object.keys(sandbox.books.intents)).toEqual([id]);
		await expect(sdk().paymentIntents.retrieve(id, {}, account)).rejects.toMatchObject({
			type: 'StripeConnectionError',
		});
	});

	it('webhooks are sent twice, or not until somebody asks', async () => {
		sandbox.setFaults({ duplicated: 1 });
		await confirm(await create());
		await vi.waitFor(() =>
			expect(hooks.taken.map(({ type }) => type)).toEqual(Array(2).fill('payment_intent.succeeded')),
		);
		expect(new Set(hooks.taken.map(({ id }) => id)).size).toBe(1);

		sandbox.setFaults({ duplicated: 0, dropped: 1 });
		await confirm(await create());
		sandbox.setFaults({ dropped: 0 });
		await confirm(await create());
		// What was sent later has come, so the one before it would have.
		await vi.waitFor(() => expect(hooks.taken).toHaveLength(3));
		expect(sandbox.books.events.filter(({ delivered }) => !delivered)).toHaveLength(1);
	});

	it('one that waits is overtaken', async () => {
		sandbox.setFaults({ delayMs: 300 });
		const slow = await create();
		await confirm(slow);
		sandbox.setFaults({ delayMs: 0 });
		const fast = await create();
		await confirm(fast);
		await vi.waitFor(() => expect(hooks.taken).toHaveLength(2));
		expect(hooks.taken.map(({ data }) => data.object)).toMatchObject([{ id: fast.id }, { id: slow.id }]);
	});
});
