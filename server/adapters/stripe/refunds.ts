import Stripe from 'stripe';
import { z } from 'zod';
import type { RefundStatus } from '../../../shared/contract/refunds.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { NewRefund, RefundNews, RefundProvider, ToldRefund } from '../../features/payments/refunds/ports.ts';
import { fromStripeAmount, toStripeAmount } from './amounts.ts';
import type { AccountClients } from './accountClients.ts';

/** The part of Stripe's Refund that is read, from an answer and from an event alike. */
const stripeRefund = z.object({
	id: z.string(),
	amount: z.int(),
	currency: z.string(),
	status: z.string().nullable(),
	failure_reason: z.string().nullish(),
	payment_intent: z.string().nullable(),
	metadata: z.record(z.string(), z.string()).nullable(),
});

const refundEvent = z.object({
	type: z.enum(['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated']),
	data: z.object({ object: stripeRefund.extend({ payment_intent: z.string() }) }),
});
/** The charge comes without its refunds (Stripe API, since 2022-11-15). */
const chargeEvent = z.object({
	type: z.literal('charge.refunded'),
	data: z.object({ object: z.object({ payment_intent: z.string() }) }),
});

/** Sends money back by Stripe, under our own ids: they are the keys of the requests and stand in the metadata. */
export function createRefunds(clients: AccountClients): RefundProvider {
	return {
		async createRefund(account, refund) {
			const { refundId, intentId } = refund;
			const { stripe, ask, on } = await clients.of(account);
			try {
				const made = await ask(
					stripe.refunds.create(
						{
							payment_intent: intentId,
							amount: toStripeAmount(refund).amount,
							metadata: { refund_id: refundId },
						},
						{ ...on, idempotencyKey: refundId },
					),
				);
				return toldOf(stripeRefund.parse(made));
			} catch (error) {
				return refusedOf(refund, error);
			}
		},

		async findRefunds(account, payment_intent) {
			const { stripe, ask, on } = await clients.of(account);
			const { data } = await ask(stripe.refunds.list({ payment_intent, limit: 100 }, on));
			return data.map((each) => toldOf(stripeRefund.parse(each)));
		},

		readRefundEvent,
	};
}

function readRefundEvent(payload: unknown): RefundNews | null {
	const told = refundEvent.safeParse(payload);
	if (told.success) {
		const { object } = told.data.data;
		return { intentId: object.payment_intent, refund: toldOf(object) };
	}
	const charge = chargeEvent.safeParse(payload);
	return charge.success ? { intentId: charge.data.data.object.payment_intent, refund: null } : null;
}

/** What Stripe refused for good; all else can be asked again. */
function refusedOf({ amountMinor, currency, refundId }: NewRefund, error: unknown): ToldRefund {
	const cause = error instanceof SamtalError ? error.cause : error;
	if (!(cause instanceof Stripe.errors.StripeInvalidRequestError) || cause.statusCode !== 400) throw error;
	return {
		...{ amountMinor, currency, refundId, providerId: null },
		...{ status: 'FAILED', failureCode: cause.code ?? 'refused' },
	};
}

const toldOf = (refund: z.infer<typeof stripeRefund>): ToldRefund => ({
	...fromStripeAmount(refund),
	providerId: refund.id,
	refundId: refund.metadata?.['refund_id'] ?? null,
	status: statuses.get(refund.status ?? '') ?? 'PENDING',
	failureCode: refund.failure_reason ?? null,
});

/** `pending` and `requires_action` are on their way (Stripe API, "The Refund object"). */
const statuses = new Map<string, RefundStatus>([
	['succeeded', 'SUCCEEDED'],
	['failed', 'FAILED'],
	['canceled', 'FAILED'],
]);
