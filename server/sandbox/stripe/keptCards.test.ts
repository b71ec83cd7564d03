import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import Stripe from 'stripe';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startStripeSandbox, type StripeSandbox } from './start.ts';
import { account, actInBrowser, confirmWithCard } from './testing/browser.ts';

let dataDir: string;
let sandbox: StripeSandbox;
beforeEach(async () => {
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'samtal-stripe-'));
	sandbox = await startStripeSandbox({
		...{ dataDir, webhookUrl: 'http://127.0.0.1:9', webhookSecret: 'whsec_test' },
		...{ now: () => new Date(), newId: randomUUID, random: Math.random, log: pino({ level: 'silent' }) },
	});
});
afterEach(async () => {
	await sandbox.close();
	await rm(dataDir, { recursive: true });
});

const sdk = () =>
	new Stripe('sk_test_samtal', { host: sandbox.host, port: sandbox.port, protocol: 'http', maxNetworkRetries: 0 });
const create = () => sdk().paymentIntents.create({ amount: 850_000, currency: 'isk' }, account);

/** Of a customer who paid with it and let it be kept. */
async function keep(number: string) {
	const { id: customer } = await sdk().customers.create({ metadata: { client_id: 'one' } }, account);
	const intent = await create();
	const keeping = { customer, setup_future_usage: 'off_session' } as const;
	await sdk().paymentIntents.update(intent.id, keeping, account);
	await confirmWithCard(sandbox, intent, number);
	if (number !== '4242424242424242') await actInBrowser(sandbox, intent, 'authenticate', { outcome: 'approved' });
	const { payment_method } = await sdk().paymentIntents.retrieve(intent.id, {}, account);
	return { customer, payment_method: String(payment_method) };
}
async function charge({ customer, payment_method }: { customer: string; payment_method: string }, key?: string) {
	const { id } = await sdk().paymentIntents.create({ amount: 100, currency: 'eur', customer }, account);
	const params = { payment_method, off_session: true };
	const again = () =>
		sdk().paymentIntents.confirm(id, params, { ...account, ...(key !== undefined && { idempotencyKey: key }) });
	return { id, again, charged: await again().catch((error: unknown) => error) };
}

it.each(['4242424242424242', '4000002500003155'])('%s is charged while its holder is not there', async (number) => {
	const kept = await keep(number);
	expect((await charge(kept)).charged).toMatchObject({ status: 'succeeded', customer: kept.customer });
	expect(await sdk().customers.retrieve(kept.customer, {}, account)).toMatchObject({ object: 'customer' });
	expect(sandbox.books.events.map(({ type }) => type)).toContain('payment_method.attached');
});

it('whose bank wants its holder answers so, the same for the same key, and can be paid by them', async () => {
	const { id, again, charged } = await charge(await keep('4000002760003184'), 'once');
	const refusal = {
		...{ statusCode: 402, code: 'authentication_required', decline_code: 'authentication_required' },
		payment_intent: { id, status: 'requires_payment_method' },
	};
	expect(charged).toMatchObject(refusal);
	const tries = sandbox.books.events.length;
	await expect(again()).rejects.toMatchObject(refusal);
	expect(sandbox.books.events).toHaveLength(tries);
	const open = await sdk().paymentIntents.retrieve(id, {}, account);
	expect(open.last_payment_error).toMatchObject({ code: 'authentication_required' });
	await confirmWithCard(sandbox, open);
	expect(await sdk().paymentIntents.retrieve(id, {}, account)).toMatchObject({ status: 'succeeded' });
});

it('is nobody else’s, and nobody’s once it is detached', async () => {
	const kept = await keep('4242424242424242');
	const { id: other } = await sdk().customers.create({}, account);
	const refused = { type: 'StripeInvalidRequestError' };
	expect((await charge({ ...kept, customer: other })).charged).toMatchObject(refused);
	await sdk().paymentMethods.detach(kept.payment_method, {}, account);
	expect((await charge(kept)).charged).toMatchObject(refused);
	await expect(sdk().paymentMethods.detach(kept.payment_method, {}, account)).rejects.toMatchObject(refused);
});

it('is kept only where that was asked for, and not taken back', async () => {
	const { id: customer } = await sdk().customers.create({}, account);
	const intent = await create();
	await sdk().paymentIntents.update(intent.id, { customer, setup_future_usage: 'off_session' }, account);
	await sdk().paymentIntents.update(intent.id, { setup_future_usage: '' }, account);
	await confirmWithCard(sandbox, intent);
	expect(sandbox.books.methods).toEqual({});
});
