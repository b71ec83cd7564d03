import type Stripe from 'stripe';
import type { StoredCard, StoredIntent } from '../store.ts';
import { nobody } from './method.ts';

const refundedOf = ({ refunds }: StoredIntent): number =>
	refunds.reduce((sum, { status, amount }) => (status === 'failed' ? sum : sum + amount), 0);

/** What of an intent's charge can still be refunded. */
export const leftOf = (intent: StoredIntent): number => intent.amount - refundedOf(intent);

/** The charge that an intent's last try came to, as Stripe answers with it; null before the first. */
export function toCharge(intent: StoredIntent): Stripe.Charge | null {
	const { charge, method, failure } = intent;
	if (charge === null || method === null) return null;
	const paid = intent.status === 'succeeded';
	return {
		id: charge.id,
		object: 'charge',
		amount: intent.amount,
		amount_captured: paid ? intent.amount : 0,
		amount_refunded: refundedOf(intent),
		application: null,
		application_fee: null,
		application_fee_amount: null,
		balance_transaction: null,
		billing_details: nobody,
		calculated_statement_descriptor: null,
		captured: paid,
		created: charge.created,
		currency: intent.currency,
		customer: intent.customer,
		description: intent.description,
		disputed: intent.dispute !== null,
		failure_balance_transaction: null,
		failure_code: failure?.code ?? null,
		failure_message: failure?.message ?? null,
		fraud_details: {},
		livemode: false,
		metadata: intent.metadata,
		on_behalf_of: null,
		outcome: toOutcome(failure),
		paid,
		payment_intent: intent.id,
		payment_method: method.id,
		payment_method_details: { type: 'card', card: toCardDetails(method.card, intent.amount) },
		receipt_email: intent.receiptEmail,
		receipt_number: null,
		receipt_url: null,
		refunded: paid && leftOf(intent) === 0,
		refunds: { object: 'list', data: [], has_more: false, url: `/v1/charges/${charge.id}/refunds` },
		review: null,
		shipping: null,
		source: null,
		source_transfer: null,
		statement_descriptor: null,
		statement_descriptor_suffix: null,
		status: paid ? 'succeeded' : 'failed',
		transfer_data: null,
		transfer_group: null,
	};
}

const toOutcome = (failure: StoredIntent['failure']): Stripe.Charge.Outcome => ({
	advice_code: null,
	network_advice_code: null,
	network_decline_code: null,
	network_status: failure === null ? 'approved_by_network' : 'declined_by_network',
	reason: failure?.declineCode ?? null,
	seller_message: failure === null ? 'Payment complete.' : failure.message,
	type: failure === null ? 'authorized' : 'issuer_declined',
});

const toCardDetails = (card: StoredCard, amount: number): Stripe.Charge.PaymentMethodDetails.Card => ({
	amount_authorized: amount,
	authorization_code: null,
	brand: card.brand,
	checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
	country: 'US',
	electronic_commerce_indicator: null,
	exp_month: card.expMonth,
	exp_year: card.expYear,
	extended_authorization: { status: 'disabled' },
	fingerprint: `sandbox${card.last4}`,
	funding: 'credit',
	incremental_authorization: { status: 'unavailable' },
	installments: null,
	last4: card.last4,
	mandate: null,
	multicapture: { status: 'unavailable' },
	network: card.brand,
	network_token: { used: false },
	network_transaction_id: null,
	overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
	regulated_status: 'unregulated',
	three_d_secure: null,
	transaction_link_id: null,
	wallet: null,
});
