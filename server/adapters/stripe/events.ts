import { z } from 'zod';
import type { PaymentEvent } from '../../../shared/domain/payments/events.ts';
import type { IntentEvent } from '../../features/payments/ports.ts';
import { fromStripeAmount } from './amounts.ts';

const intentEvent = z.object({
	type: z.enum([
		'payment_intent.succeeded',
		'payment_intent.payment_failed',
		'payment_intent.canceled',
		'payment_intent.processing',
		'payment_intent.requires_action',
	]),
	created: z.int(),
	data: z.object({
		object: z.object({
			id: z.string(),
			amount: z.int(),
			currency: z.string(),
			metadata: z.record(z.string(), z.string()).nullish(),
			last_payment_error: z.object({ code: z.string().optional(), decline_code: z.string().optional() }).nullish(),
		}),
	}),
});
type StripeIntentEvent = z.infer<typeof intentEvent>;

/** Reads a stored webhook; null for the many types that say nothing about a payment of ours. */
export function readIntentEvent(payload: unknown): IntentEvent | null {
	const parsed = intentEvent.safeParse(payload);
	if (!parsed.success) return null;
	const { id, amount, currency, metadata } = parsed.data.data.object;
	const paymentId = z.uuid().safeParse(metadata?.['payment_id']).data ?? null;
	return { intentId: id, paymentId, ...fromStripeAmount({ amount, currency }), event: toPaymentEvent(parsed.data) };
}

function toPaymentEvent(event: StripeIntentEvent): PaymentEvent {
	const at = event.created * 1000;
	switch (event.type) {
		case 'payment_intent.succeeded':
			return { type: 'received', at, card: null };
		case 'payment_intent.canceled':
			return { type: 'cancelled', at };
		case 'payment_intent.payment_failed':
			return { type: 'failed', at, failureCode: failureCodeOf(event.data.object.last_payment_error) };
		case 'payment_intent.processing':
		case 'payment_intent.requires_action':
			return { type: 'processing', at };
	}
}

/** The payer is not told that a card counts as stolen or fraudulent (Stripe, "Decline codes"). */
const notForThePayer = new Set(['fraudulent', 'generic_decline', 'lost_card', 'merchant_blacklist', 'stolen_card']);

interface Failure {
	code?: string | undefined;
	decline_code?: string | undefined;
}

/** What the payer is told of a decline. */
export function failureCodeOf(failure: Failure | null | undefined): string {
	const declined = failure?.decline_code;
	if (declined !== undefined && !notForThePayer.has(declined)) return declined;
	return failure?.code ?? 'card_declined';
}
