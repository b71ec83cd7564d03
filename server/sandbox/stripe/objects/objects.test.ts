import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { toEvent } from '../events.ts';
import type { StoredAccount, StoredEndpoint, StoredIntent, StoredSession } from '../store.ts';
import { toAccount } from './account.ts';
import { toCharge } from './charge.ts';
import { toCustomer } from './customer.ts';
import { customerKeys } from './customerKeys.ts';
import { moreStripeKeys } from './moreStripeKeys.ts';
import { toDispute } from './dispute.ts';
import { toDomain } from './domain.ts';
import { toEndpoint } from './endpoint.ts';
import { toPaymentIntent } from './intent.ts';
import { toPayout } from './payout.ts';
import { toPaymentMethod } from './method.ts';
import { toRefund } from './refund.ts';
import { toSession } from './session.ts';
import { sessionKeys } from './sessionKeys.ts';
import { stripeKeys } from './stripeKeys.ts';

/** Fields that the SDK's API version, newer than the samples, has added. */
const addedSince = new Set([
	'account',
	'allowed_payment_method_types',
	'electronic_commerce_indicator',
	'intended_submission_method',
	'payment_record',
	'submission_method',
]);

const method = { id: 'pm_1', created: 1, card: { brand: 'visa', last4: '4242', expMonth: 12, expYear: 2034 } } as const;
const dispute = { id: 'dp_1', created: 3, dueBy: 4, status: 'needs_response' } as const;
const refund = { id: 're_1', amount: 100, created: 3, status: 'succeeded', metadata: {} } as const;
const intent: StoredIntent = {
	id: 'pi_1',
	account: 'acct_1',
	clientSecret: 'pi_1_secret_1',
	amount: 850_000,
	currency: 'isk',
	description: null,
	receiptEmail: null,
	metadata: {},
	created: 1,
	canceledAt: null,
	status: 'succeeded',
	method,
	charge: { id: 'ch_1', created: 2 },
	failure: null,
	refunds: [refund],
	customer: 'cus_1',
	setupFutureUsage: 'off_session',
	dispute,
};
const payout = { id: 'po_1', amount: 1, currency: 'isk', created: 1, arrivesAt: 2, status: 'paid' } as const;
const endpoint: StoredEndpoint = {
	...{ id: 'we_1', account: 'acct_own1', url: 'https://clinic.example/', secret: 'whsec_1' },
	...{ enabledEvents: ['payment_intent.succeeded'], apiVersion: '2026-10-28.endive', created: 1 },
};
const domain = { id: 'pmd_1', account: 'acct_1', domain: 'clinic.example', created: 1 };
const session: StoredSession = {
	...{
		id: 'cs_test_1',
		account: 'acct_1',
		amount: 850_000,
		currency: 'isk',
		name: 'Visit',
		reference: null,
		email: null,
	},
	...{ intentData: { metadata: {} }, successUrl: 'https://clinic.example/', cancelUrl: null },
	...{ created: 1, expiresAt: 2, status: 'open', intent: null },
};
const ambient = { now: () => new Date(), newId: randomUUID };
const event: unknown = JSON.parse(
	toEvent('payment_intent.succeeded', 'acct_1', toPaymentIntent(intent, false), ambient).payload,
);
const storedAccount: StoredAccount = { id: 'acct_1', metadata: {}, created: 1, stage: 'restricted' };
const account = toAccount(storedAccount);
const accountEvent: unknown = JSON.parse(toEvent('account.updated', 'acct_1', account, ambient).payload);

it.each([
	['a payment_intent', toPaymentIntent(intent, false), stripeKeys.payment_intent],
	['a charge', toCharge(intent), stripeKeys.charge],
	["a charge's card", toCharge(intent)?.payment_method_details?.card, stripeKeys.charge_card],
	["a charge's outcome", toCharge(intent)?.outcome, stripeKeys.charge_outcome],
	['a payment_method', toPaymentMethod(method), stripeKeys.payment_method],
	["a payment_method's card", toPaymentMethod(method).card, stripeKeys.payment_method_card],
	['a customer', toCustomer({ id: 'cus_1', account: 'acct_1', created: 1, metadata: {} }), customerKeys],
	['an account', account, stripeKeys.account],
	["an account's requirements", account.requirements, stripeKeys.account_requirements],
	["an account's settings", account.settings, stripeKeys.account_settings],
	['a refund', toRefund(refund, intent), stripeKeys.refund],
	['a dispute', toDispute(dispute, intent), moreStripeKeys.dispute],
	["a dispute's evidence", toDispute(dispute, intent).evidence, moreStripeKeys.dispute_evidence],
	["a dispute's deadline", toDispute(dispute, intent).evidence_details, moreStripeKeys.dispute_evidence_details],
	['a payout', toPayout(payout), moreStripeKeys.payout],
	['a webhook_endpoint', toEndpoint(endpoint, false), stripeKeys.webhook_endpoint],
	['a payment_method_domain', toDomain(domain), moreStripeKeys.payment_method_domain],
	['a checkout.session', toSession(session), sessionKeys],
	['an event', event, stripeKeys.event],
	['an event about an account', accountEvent, stripeKeys.event],
])('%s has the fields that Stripe gives it', (_, object, keys) => {
	const ours = Object.keys(z.record(z.string(), z.unknown()).parse(object));
	expect(ours.filter((key) => !addedSince.has(key)).toSorted()).toEqual(keys);
});
