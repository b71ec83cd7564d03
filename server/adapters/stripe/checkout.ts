import Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { CheckoutOutcome, CheckoutProvider } from '../../features/payments/checkout/ports.ts';
import { toStripeAmount } from './amounts.ts';
import type { AccountClients } from './accountClients.ts';
import { readIntent } from './intents.ts';

const withCharge = { expand: ['payment_intent.latest_charge'] };

/** Takes cards on Stripe's own page (Stripe, "Checkout Sessions API"). Sessions end by themselves after a day. */
export function createCheckouts(clients: AccountClients): CheckoutProvider {
	async function find(account: string, id: string): Promise<CheckoutOutcome> {
		const { stripe, ask, on } = await clients.of(account);
		return outcomeOf(await ask(stripe.checkout.sessions.retrieve(id, withCharge, on)));
	}

	return {
		async createCheckout(account, { paymentId, description, receiptEmail, doneUrl, ...money }) {
			const { stripe, ask, on } = await clients.of(account);
			const { amount: unit_amount, currency } = toStripeAmount(money);
			const { id, url } = await ask(
				stripe.checkout.sessions.create(
					{
						mode: 'payment',
						allowed_payment_method_types: ['card'],
						line_items: [{ quantity: 1, price_data: { currency, unit_amount, product_data: { name: description } } }],
						payment_intent_data: {
							description,
							metadata: { payment_id: paymentId },
							...(receiptEmail !== null && { receipt_email: receiptEmail }),
						},
						...(receiptEmail !== null && { customer_email: receiptEmail }),
						success_url: doneUrl,
					},
					on,
				),
			);
			if (url === null) throw new SamtalError('PAYMENT_PROVIDER');
			return { id, url };
		},

		findCheckout: find,

		async expireCheckout(account, id) {
			const { stripe, ask, on } = await clients.of(account);
			try {
				await ask(stripe.checkout.sessions.expire(id, {}, on));
				return { type: 'over' };
			} catch (error) {
				const { cause } = error instanceof SamtalError ? error : {};
				if (!(cause instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
				const outcome = await find(account, id);
				// Neither ended nor paid: the bank is deciding at this moment.
				if (outcome.type === 'open') throw error;
				return outcome;
			}
		},
	};
}

function outcomeOf({ status, url, payment_intent }: Stripe.Checkout.Session): CheckoutOutcome {
	if (status === 'expired') return { type: 'over' };
	const intent = typeof payment_intent === 'object' && payment_intent !== null ? readIntent(payment_intent) : null;
	if (intent?.outcome.type === 'received') return { ...intent.outcome, intentId: intent.id };
	if (status !== 'open' || url === null) throw new SamtalError('PAYMENT_PROVIDER');
	return { type: 'open', url };
}
