import { z } from 'zod';
import { route } from './route.ts';

export const payoutStatus = z.enum(['PENDING', 'IN_TRANSIT', 'PAID', 'FAILED', 'CANCELLED']);
export type PayoutStatus = z.infer<typeof payoutStatus>;

/** What Stripe sends from the clinic's account to its bank. */
const payout = z.object({
	/** Stripe's. */
	id: z.string(),
	/** In minor units; less than nothing where Stripe takes money from the bank. */
	amountMinor: z.int(),
	/** ISO 4217, of the bank account: any that Stripe pays out in. */
	currency: z.string().regex(/^[A-Z]{3}$/),
	status: payoutStatus,
	/** The day on which it is at the bank, or is expected there. */
	arrivesOn: z.iso.date(),
});
export type Payout = z.infer<typeof payout>;

/**
 * For managers: payouts of the clinic's account as Stripe knows them now, newest first, a page at a time. None where no
 * account is connected. Errors: `FORBIDDEN`, `PAYMENT_PROVIDER` when Stripe does not answer.
 */
export const listPayouts = route({
	method: 'GET',
	path: '/api/payouts',
	access: 'member',
	query: z.object({ after: z.string().max(100).optional() }),
	response: z.object({
		payouts: z.array(payout),
		/** For the page after this one; null on the last. */
		next: z.string().nullable(),
	}),
});
