import { z } from 'zod';
import { amountMinor, id, instant } from './scalars.ts';

/** `CLOSED`: an enquiry of the bank that took no money. */
const disputeStatus = z.enum(['NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST', 'CLOSED']);
export type DisputeStatus = z.infer<typeof disputeStatus>;

/** Money of a payment that the payer's bank asks back, in the payment's currency. The clinic answers at Stripe. */
export const dispute = z.object({
	id,
	amountMinor,
	/** Stripe's word for it (`fraudulent`). */
	reason: z.string(),
	status: disputeStatus,
	/** Until when the clinic can answer. */
	dueBy: instant.nullable(),
});
export type Dispute = z.infer<typeof dispute>;
