import Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Intent, PaymentProvider } from '../../features/payments/ports.ts';
import { toStripeAmount } from './amounts.ts';
import type { AccountClient, AccountClients } from './accountClients.ts';
import { createCards } from './cards.ts';
import { createCheckouts } from './checkout.ts';
import { readDisputeEvent } from './disputes.ts';
import { readIntentEvent } from './events.ts';
import { cardOf, isTooLate, readIntent } from './intents.ts';
import { createFindPayouts } from './payouts.ts';
import { createRefunds } from './refunds.ts';

interface ProviderOptions {
	/** Which card form speaks to it. */
	name: PaymentProvider['name'];
	now: () => Date;
}

/** Stripe's own advice and default (Stripe, "Verify webhook signatures"). */
const webhookToleranceSeconds = 300;
const withCharge = { expand: ['latest_charge'] };

/** Takes card payments by Stripe. */
export function createStripeProvider(clients: AccountClients, { name, now }: ProviderOptions): PaymentProvider {
	const retrieve = ({ stripe, ask, on }: AccountClient, id: string) =>
		ask(stripe.paymentIntents.retrieve(id, withCharge, on));

	/** Where Stripe says that an intent is no longer open, how it ended is the answer. */
	async function change(client: AccountClient, id: string, request: Promise<Stripe.PaymentIntent>): Promise<Intent> {
		try {
			return readIntent(await client.ask(request));
		} catch (error) {
			if (!isTooLate(error)) throw error;
			return readIntent(await retrieve(client, id));
		}
	}

	return {
		name,

		async formKeys(account) {
			const { on, publishableKey } = await clients.of(account);
			return { publishableKey, stripeAccount: on.stripeAccount ?? null };
		},

		async createIntent(account, { paymentId, description, ...money }) {
			const { stripe, ask, on } = await clients.of(account);
			const created = await ask(
				stripe.paymentIntents.create(
					{
						...toStripeAmount(money),
						description,
						allowed_payment_method_types: ['card'],
						metadata: { payment_id: paymentId },
					},
					{ ...on, idempotencyKey: `${paymentId}-${money.amountMinor}` },
				),
			);
			return readIntent(created);
		},

		async updateReceiptEmail(account, id, receipt_email) {
			const client = await clients.of(account);
			const { stripe, on } = client;
			return change(client, id, stripe.paymentIntents.update(id, { receipt_email, ...withCharge }, on));
		},

		async cancelIntent(account, id) {
			const client = await clients.of(account);
			const why = { cancellation_reason: 'requested_by_customer' } as const;
			const request = client.stripe.paymentIntents.cancel(id, { ...why, ...withCharge }, client.on);
			const { outcome } = await change(client, id, request);
			// Neither cancelled nor paid: the bank is deciding at this moment.
			if (outcome.type === 'open') throw new SamtalError('PAYMENT_PROVIDER');
			return outcome;
		},

		findOutcome: async (account, id) => readIntent(await retrieve(await clients.of(account), id)).outcome,

		findCard: async (account, id) => cardOf(await retrieve(await clients.of(account), id)),

		async verifyWebhook(rawBody, signature, ownAccount) {
			const secret = await clients.webhookSecretOf(ownAccount);
			if (secret === null) throw new SamtalError('WEBHOOK_SIGNATURE');
			try {
				const { id, type, account } = Stripe.webhooks.constructEvent(
					rawBody,
					signature,
					secret,
					webhookToleranceSeconds,
					undefined,
					now().getTime(),
				);
				// An account that listens by itself is not named in its events.
				return { id, type, account: ownAccount ?? account ?? null, body: new TextDecoder().decode(rawBody) };
			} catch (cause) {
				throw new SamtalError('WEBHOOK_SIGNATURE', {}, { cause });
			}
		},

		readEvent: readIntentEvent,
		...createCards(clients),
		...createCheckouts(clients),
		readDisputeEvent,
		findPayouts: createFindPayouts(clients),
		...createRefunds(clients),
	};
}
