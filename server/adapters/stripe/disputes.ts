import { z } from 'zod';
import type { DisputeStatus } from '../../../shared/contract/disputes.ts';
import type { DisputeNews } from '../../features/payments/disputes/ports.ts';
import { fromStripeAmount } from './amounts.ts';

const disputeEvent = z.object({
	type: z.enum(['charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed']),
	created: z.int(),
	data: z.object({
		object: z.object({
			id: z.string(),
			amount: z.int(),
			currency: z.string(),
			created: z.int(),
			reason: z.string(),
			status: z.string(),
			payment_intent: z.string(),
			evidence_details: z.object({ due_by: z.int().nullable() }),
		}),
	}),
});

/** Reads a stored webhook; null for the types that say nothing about a dispute of a payment. */
export function readDisputeEvent(payload: unknown): DisputeNews | null {
	const parsed = disputeEvent.safeParse(payload);
	if (!parsed.success) return null;
	const { created: toldAt, data } = parsed.data;
	const { id, amount, currency, created, reason, status, payment_intent, evidence_details } = data.object;
	const dueBy = evidence_details.due_by;
	return {
		intentId: payment_intent,
		dispute: {
			...{ ...fromStripeAmount({ amount, currency }), providerId: id, reason },
			...{ status: statuses.get(status) ?? 'UNDER_REVIEW', at: toldAt * 1000 },
			...{ openedAt: new Date(created * 1000), dueBy: dueBy === null ? null : new Date(dueBy * 1000) },
		},
	};
}

/** Stripe API, "The Dispute object": `warning_…` are enquiries, which take no money yet. */
const statuses = new Map<string, DisputeStatus>([
	['needs_response', 'NEEDS_RESPONSE'],
	['warning_needs_response', 'NEEDS_RESPONSE'],
	['appeal_needs_response', 'NEEDS_RESPONSE'],
	['won', 'WON'],
	['lost', 'LOST'],
	['warning_closed', 'CLOSED'],
	['prevented', 'CLOSED'],
]);
