import { z } from 'zod';
import { amountMinor, id, instant, name } from './scalars.ts';

const refundStatus = z.enum(['PENDING', 'SUCCEEDED', 'FAILED']);
export type RefundStatus = z.infer<typeof refundStatus>;

/** Money of a payment that goes back, in the payment's currency. */
export const refund = z.object({
	id,
	amountMinor,
	/** For the clinic's own books: empty where the client reads it, and where it was made at Stripe. */
	reason: z.string(),
	/** `FAILED` also after `SUCCEEDED`: the bank sent the money back. */
	status: refundStatus,
	/** Stripe's reason, for FAILED. */
	failureCode: z.string().nullable(),
	/** Who asked for it; null where it was made at Stripe, and for the client. */
	requestedBy: name.nullable(),
	requestedAt: instant,
});
export type Refund = z.infer<typeof refund>;
