import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import pino from 'pino';
import Stripe from 'stripe';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startStripeSandbox, type StripeSandbox } from './start.ts';
import { account, serve } from './testing/browser.ts';

let dataDir: string;
let sandbox: StripeSandbox;
let web: Awaited<ReturnType<typeof serve>>;
let now: Date;

beforeEach(async () => {
	now = new Date('2026-11-02T10:00:00Z');
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'samtal-stripe-'));
	sandbox = await startStripeSandbox({
		...{ dataDir, webhookUrl: 'http://127.0.0.1:9/hook', webhookSecret: 'whsec_test' },
		...{ now: () => now, newId: randomUUID, random: Math.random, log: pino({ level: 'silent' }) },
	});
	web = await serve(express().use(sandbox.hostedRouter));
});
afterEach(async () => {
	await web.close();
	await sandbox.close();
	await rm(dataDir, { recursive: true });
});

const sessions = () =>
	new Stripe('sk_test_samtal', { host: sandbox.host, port: sandbox.port, protocol: 'http', maxNetworkRetries: 0 })
		.checkout.sessions;
const create = () =>
	sessions().create(
		{
			mode: 'payment',
			line_items: [
				{ quantity: 1, price_data: { currency: 'isk', unit_amount: 850_000, product_data: { name: 'Visit' } } },
			],
			client_reference_id: 'payment-1',
			payment_intent_data: { metadata: { paymentId: 'payment-1' } },
			success_url: `${web.url}/paid`,
		},
		account,
	);
const send = ({ url }: Stripe.Checkout.Session, fields: Record<string, string>) =>
	fetch(url ?? '', { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const card = (number: string) => ({ number, exp_month: '12', exp_year: '2034', cvc: '123' });
const told = () => sandbox.books.events.map(({ type }) => type);

it('makes the intent when a card is sent, and is complete once it is paid', async () => {
	const session = await create();
	expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid', payment_intent: null });

	expect(await (await send(session, card('4000000000000002'))).text()).toContain('Your card was declined.');
	expect((await send(session, card('4242 4242 4242 4242'))).headers.get('location')).toBe(`${web.url}/paid`);

	const paid = await sessions().retrieve(session.id, {}, account);
	expect(paid).toMatchObject({
		status: 'complete',
		payment_status: 'paid',
		client_reference_id: 'payment-1',
		url: null,
	});
	const intents = Object.values(sandbox.books.intents);
	expect(intents).toMatchObject([
		{ id: paid.payment_intent, status: 'succeeded', amount: 850_000, metadata: { paymentId: 'payment-1' } },
	]);
	expect(told()).toEqual(['payment_intent.payment_failed', 'payment_intent.succeeded', 'checkout.session.completed']);
	await send({ ...session }, card('4242424242424242'));
	expect(told()).toHaveLength(3);
});

it('asks for 3-D Secure, and cancels what waits for it when the session is expired', async () => {
	const approved = await create();
	expect(await (await send(approved, card('4000002760003184'))).text()).toContain('Approve');
	await send(approved, { outcome: 'approved' });
	await expect(sessions().expire(approved.id, {}, account)).rejects.toThrow('status of complete');

	const left = await create();
	await send(left, card('4000002760003184'));
	expect(await sessions().expire(left.id, {}, account)).toMatchObject({ status: 'expired', url: null });
	expect(await (await send(left, { outcome: 'approved' })).text()).toContain('Nothing is to be paid here any more.');
	expect(told().slice(-2)).toEqual(['payment_intent.canceled', 'checkout.session.expired']);
});

it('expires by itself after a day, and is found on its own account only', async () => {
	const session = await create();
	await expect(sessions().retrieve(session.id, {}, { stripeAccount: 'acct_other' })).rejects.toThrow('No such');
	now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
	await send(session, card('4242424242424242'));
	expect((await sessions().retrieve(session.id, {}, account)).status).toBe('expired');
	expect(Object.keys(sandbox.books.intents)).toEqual([]);
});
