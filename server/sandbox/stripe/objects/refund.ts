import type Stripe from 'stripe';
import type { StoredIntent, StoredRefund } from '../store.ts';

/** A refund as Stripe answers with it. */
export const toRefund = (refund: StoredRefund, intent: StoredIntent): Stripe.Refund => ({
	id: refund.id,
	object: 'refund',
	amount: refund.amount,
	balance_transaction: null,
	charge: intent.charge?.id ?? null,
	created: refund.created,
	currency: intent.currency,
	customer: null,
	customer_account: null,
	destination_details: {
		card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
		type: 'card',
	},
	...(refund.status === 'failed' && { failure_reason: 'expired_or_canceled_card' }),
	metadata: refund.metadata,
	payment_intent: intent.id,
	payment_method: intent.method?.id ?? null,
	reason: null,
	receipt_number: null,
	source_transfer_reversal: null,
	status: refund.status,
	transfer_reversal: null,
});
