import type Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Intent, PaymentProvider } from '../../features/payments/ports.ts';
import { toStripeAmount } from './amounts.ts';
import type { StripeClient } from './client.ts';
import { readIntentEvent } from './events.ts';
import { cardOf, isTooLate, readIntent } from './intents.ts';
import { createRefunds } from './refunds.ts';

interface ProviderOptions {
	/** Which card form speaks to it. */
	name: PaymentProvider['name'];
	publishableKey: string;
	/** Signs the webhooks (`whsec_…`). */
	webhookSecret: string;
	now: () => Date;
}

/** Stripe's own advice and default (Stripe, "Verify webhook signatures"). */
const webhookToleranceSeconds = 300;
const withCharge = { expand: ['latest_charge'] };

/** Takes card payments by Stripe. */
export function createStripeProvider(client: StripeClient, options: ProviderOptions): PaymentProvider {
	const { stripe, ask } = client;
	const { name, publishableKey, webhookSecret, now } = options;
	const intents = stripe.paymentIntents;

	const retrieve = (stripeAccount: string, id: string) => ask(intents.retrieve(id, withCharge, { stripeAccount }));

	/** Where Stripe says that an intent is no longer open, how it ended is the answer. */
	async function change(account: string, id: string, request: Promise<Stripe.PaymentIntent>): Promise<Intent> {
		try {
			return readIntent(await ask(request));
		} catch (error) {
			if (!isTooLate(error)) throw error;
			return readIntent(await retrieve(account, id));
		}
	}

	return {
		name,
		publishableKey,

		async createIntent(stripeAccount, { paymentId, description, ...money }) {
			const created = await ask(
				intents.create(
					{
						...toStripeAmount(money),
						description,
						allowed_payment_method_types: ['card'],
						metadata: { payment_id: paymentId },
					},
					{ stripeAccount, idempotencyKey: `${paymentId}-${money.amountMinor}` },
				),
			);
			return readIntent(created);
		},

		updateReceiptEmail: (stripeAccount, id, receipt_email) =>
			change(stripeAccount, id, intents.update(id, { receipt_email, ...withCharge }, { stripeAccount })),

		async cancelIntent(stripeAccount, id) {
			const { outcome } = await change(
				stripeAccount,
				id,
				intents.cancel(id, { cancellation_reason: 'requested_by_customer', ...withCharge }, { stripeAccount }),
			);
			// Neither cancelled nor paid: the bank is deciding at this moment.
			if (outcome.type === 'open') throw new SamtalError('PAYMENT_PROVIDER');
			return outcome;
		},

		findOutcome: async (account, id) => readIntent(await retrieve(account, id)).outcome,

		findCard: async (account, id) => cardOf(await retrieve(account, id)),

		verifyWebhook(rawBody, signature) {
			try {
				const { id, type, account } = stripe.webhooks.constructEvent(
					rawBody,
					signature,
					webhookSecret,
					webhookToleranceSeconds,
					undefined,
					now().getTime(),
				);
				return { id, type, account: account ?? null, body: new TextDecoder().decode(rawBody) };
			} catch (cause) {
				throw new SamtalError('WEBHOOK_SIGNATURE', {}, { cause });
			}
		},

		readEvent: readIntentEvent,
		...createRefunds(client),
	};
}
