import type Stripe from 'stripe';
import type { StoredCard } from '../store.ts';

export const nobody: Stripe.PaymentMethod.BillingDetails = {
	address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
	email: null,
	name: null,
	phone: null,
	tax_id: null,
};

interface Method {
	id: string;
	created: number;
	card: StoredCard;
	/** For whom it is kept. */
	customer?: string | null;
}

/** A card, of a try or kept for a customer, as Stripe answers with it. */
export const toPaymentMethod = ({ id, created, card, customer = null }: Method): Stripe.PaymentMethod => ({
	id,
	object: 'payment_method',
	allow_redisplay: 'unspecified',
	billing_details: nobody,
	card: {
		brand: card.brand,
		checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
		country: 'US',
		display_brand: card.brand,
		exp_month: card.expMonth,
		exp_year: card.expYear,
		fingerprint: `sandbox${card.last4}`,
		funding: 'credit',
		generated_from: null,
		last4: card.last4,
		networks: { available: [card.brand], preferred: null },
		regulated_status: 'unregulated',
		three_d_secure_usage: { supported: true },
		wallet: null,
	},
	created,
	customer,
	customer_account: null,
	livemode: false,
	metadata: {},
	type: 'card',
});
