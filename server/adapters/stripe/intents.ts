import Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Card } from '../../../shared/domain/payments/events.ts';
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
export function cardOf(intent: Stripe.PaymentIntent): Card | null {
	const card = chargeOf(intent)?.payment_method_details?.card;
	return card?.brand && card.last4 ? { brand: card.brand, last4: card.last4 } : null;
}

const chargeOf = ({ latest_charge }: Stripe.PaymentIntent): Stripe.Charge | null =>
	typeof latest_charge === 'object' ? latest_charge : null;

/** Whether Stripe refused because the intent is paid or cancelled already. */
export const isTooLate = (error: unknown): boolean =>
	error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'payment_intent_unexpected_state';
