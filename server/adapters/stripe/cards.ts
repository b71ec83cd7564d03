import Stripe from 'stripe';
import { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { CardProvider, ChargeOutcome } from '../../features/payments/cards/ports.ts';
import type { AccountClients } from './accountClients.ts';
import { failureCodeOf } from './events.ts';
import { chargeOf, isTooLate, readIntent } from './intents.ts';

const detachedEvent = z.object({
	type: z.literal('payment_method.detached'),
	data: z.object({ object: z.object({ id: z.string() }) }),
});
const withCharge = { expand: ['latest_charge'] };

/** Keeps cards at Stripe, and charges them while their holder is not there (Stripe, "Save and reuse"). */
export function createCards(clients: AccountClients): CardProvider {
	return {
		async createCustomer(account, clientId) {
			const { stripe, ask, on } = await clients.of(account);
			const idempotencyKey = `customer-${clientId}`;
			const { id } = await ask(
				stripe.customers.create({ metadata: { client_id: clientId } }, { ...on, idempotencyKey }),
			);
			return id;
		},

		async keepCardOf(account, intentId, customer) {
			const { stripe, ask, on } = await clients.of(account);
			const keeping =
				customer === null
					? ({ setup_future_usage: '' } as const)
					: ({ customer, setup_future_usage: 'off_session' } as const);
			try {
				await ask(stripe.paymentIntents.update(intentId, keeping, on));
				return true;
			} catch (error) {
				if (isTooLate(error)) return false;
				throw error;
			}
		},

		async chargeKept(account, { paymentId, intentId, customerId: customer, methodId, receiptEmail }) {
			const { stripe, ask, on } = await clients.of(account);
			const receipt = receiptEmail === null ? {} : { receipt_email: receiptEmail };
			try {
				await ask(stripe.paymentIntents.update(intentId, { customer, ...receipt }, on));
				const params = { payment_method: methodId, off_session: true, ...withCharge };
				const once = { ...on, idempotencyKey: `${paymentId}-${methodId}` };
				return readIntent(await ask(stripe.paymentIntents.confirm(intentId, params, once))).outcome;
			} catch (error) {
				const failureCode = isTooLate(error) ? null : refusalOf(error);
				const intent = await ask(stripe.paymentIntents.retrieve(intentId, withCharge, on));
				const { outcome } = readIntent(intent);
				if (outcome.type !== 'open' || failureCode === null) return outcome;
				const at = (chargeOf(intent)?.created ?? intent.created) * 1000;
				return { type: 'failed', at, failureCode } satisfies ChargeOutcome;
			}
		},

		async detachCard(account, methodId) {
			const { stripe, ask, on } = await clients.of(account);
			try {
				await ask(stripe.paymentMethods.detach(methodId, {}, on));
			} catch (error) {
				// It is no customer's any more.
				if (!isRefused(causeOf(error))) throw error;
			}
		},

		readDetached(payload) {
			const event = detachedEvent.safeParse(payload);
			return event.success ? event.data.data.object.id : null;
		},
	};
}

const causeOf = (error: unknown): unknown => (error instanceof SamtalError ? error.cause : error);
const isRefused = (cause: unknown): cause is Stripe.errors.StripeInvalidRequestError =>
	cause instanceof Stripe.errors.StripeInvalidRequestError && (cause.statusCode === 400 || cause.statusCode === 404);

/** Why the card was not charged. What is no answer about the card is thrown on. */
function refusalOf(error: unknown): string {
	const cause = causeOf(error);
	if (!(cause instanceof Stripe.errors.StripeCardError) && !isRefused(cause)) throw error;
	return failureCodeOf({ code: cause.code, decline_code: cause.decline_code });
}
