import Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { PaidCard } from '../../../shared/domain/payments/events.ts';
import type { Intent, IntentOutcome } from '../../features/payments/ports.ts';

/** What one of Stripe's PaymentIntents, with its charge expanded, means for us. */
export function readIntent(intent: Stripe.PaymentIntent): Intent {
	if (intent.client_secret === null) throw new SamtalError('PAYMENT_PROVIDER');
	return { id: intent.id, clientSecret: intent.client_secret, outcome: outcomeOf(intent) };
}

function outcomeOf(intent: Stripe.PaymentIntent): IntentOutcome {
	if (intent.status === 'succeeded') {
		const charge = chargeOf(intent);
		return { type: 'received', at: (charge?.created ?? intent.created) * 1000, card: cardOf(intent) };
	}
	if (intent.status === 'canceled') {
		return { type: 'cancelled', at: (intent.canceled_at ?? intent.created) * 1000 };
	}
	return { type: 'open' };
}

/** The card of the charge that paid an intent. */
export function cardOf(intent: Stripe.PaymentIntent): PaidCard | null {
	const card = chargeOf(intent)?.payment_method_details?.card;
	if (!card?.brand || !card.last4) return null;
	const { customer, payment_method, setup_future_usage } = intent;
	const isKept = setup_future_usage === 'off_session' && customer !== null && payment_method !== null;
	const { exp_month: expMonth, exp_year: expYear } = card;
	const kept = isKept ? { customerId: idOf(customer), methodId: idOf(payment_method), expMonth, expYear } : null;
	return { brand: card.brand, last4: card.last4, kept };
}

const idOf = (named: string | { id: string }): string => (typeof named === 'string' ? named : named.id);

export const chargeOf = ({ latest_charge }: Stripe.PaymentIntent): Stripe.Charge | null =>
	typeof latest_charge === 'object' ? latest_charge : null;

/** Whether Stripe refused because the intent is paid or cancelled already. */
export const isTooLate = (error: unknown): boolean =>
	error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'payment_intent_unexpected_state';
