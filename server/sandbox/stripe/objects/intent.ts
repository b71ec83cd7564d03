import type Stripe from 'stripe';
import type { StoredIntent } from '../store.ts';
import { toCharge } from './charge.ts';
import { toPaymentMethod } from './method.ts';

/** A PaymentIntent as Stripe answers with it; `expanded` puts the whole charge in place of its id. */
export function toPaymentIntent(intent: StoredIntent, expanded: boolean): Stripe.PaymentIntent {
	const charge = toCharge(intent);
	return {
		id: intent.id,
		object: 'payment_intent',
		allowed_payment_method_types: ['card'],
		amount: intent.amount,
		amount_capturable: 0,
		amount_details: { tip: {} },
		amount_received: intent.status === 'succeeded' ? intent.amount : 0,
		application: null,
		application_fee_amount: null,
		automatic_payment_methods: null,
		canceled_at: intent.canceledAt,
		cancellation_reason: intent.canceledAt === null ? null : 'requested_by_customer',
		capture_method: 'automatic',
		client_secret: intent.clientSecret,
		confirmation_method: 'automatic',
		created: intent.created,
		currency: intent.currency,
		customer: intent.customer,
		customer_account: null,
		description: intent.description,
		excluded_payment_method_types: null,
		last_payment_error: toPaymentError(intent),
		latest_charge: expanded ? charge : (charge?.id ?? null),
		livemode: false,
		managed_payments: null,
		metadata: intent.metadata,
		next_action:
			intent.status === 'requires_action'
				? { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'stripe_3ds2_fingerprint' } }
				: null,
		on_behalf_of: null,
		payment_method: intent.failure === null ? (intent.method?.id ?? null) : null,
		payment_method_configuration_details: null,
		payment_method_options: {
			card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
		},
		payment_method_types: ['card'],
		payment_record: null,
		processing: null,
		receipt_email: intent.receiptEmail,
		review: null,
		setup_future_usage: intent.setupFutureUsage,
		shipping: null,
		source: null,
		statement_descriptor: null,
		statement_descriptor_suffix: null,
		status: intent.status,
		transfer_data: null,
		transfer_group: null,
	};
}

function toPaymentError(intent: StoredIntent): Stripe.PaymentIntent.LastPaymentError | null {
	if (intent.failure === null) return null;
	const { code, declineCode, message } = intent.failure;
	return {
		type: code === 'payment_intent_authentication_failure' ? 'invalid_request_error' : 'card_error',
		code,
		message,
		...(declineCode !== null && { decline_code: declineCode }),
		...(intent.method && { payment_method: toPaymentMethod(intent.method) }),
	};
}
