import { z } from 'zod';
import { cursor, several } from './listing.ts';
import { payment, paymentMethod } from './payments.ts';
import { route } from './route.ts';
import { currency, id, instant } from './scalars.ts';

/** How a payment stands in lists: to be paid, paid, some or all of it sent back, taken back by the payer's bank or about to be, withdrawn. */
export const paymentState = z.enum(['open', 'received', 'refunded', 'disputed', 'withdrawn']);

/** What narrows payments; all of it together. */
export const paymentFilter = {
	state: several(paymentState).optional(),
	method: several(paymentMethod).optional(),
	professionalId: id.optional(),
	/** A part of the payer's name, a client's e-mail address or phone number, or what the payment is for. */
	search: z.string().trim().max(120).optional(),
};
const filterSchema = z.object(paymentFilter);
export type PaymentFilter = z.output<typeof filterSchema>;

/**
 * Payments of the clinic (a professional: of their own visits) that were asked for within a period, newest first, 50 at
 * a time.
 */
export const listPayments = route({
	method: 'GET',
	path: '/api/payments',
	access: 'member',
	query: filterSchema.extend({ from: instant, to: instant, cursor: cursor.optional() }),
	response: z.object({
		payments: z.array(payment),
		/** How many there are in all. */
		total: z.number().int(),
		/** What of them all is still to be paid: one sum for each currency that occurs among them. */
		open: z.array(z.object({ currency, amountMinor: z.number().int() })),
		/** For the page after this one; null on the last. */
		next: cursor.nullable(),
	}),
});

/** The receipt of a received payment as a PDF in the payer's language. `NOT_FOUND` for one that was not received. */
export const paymentReceipt = route({
	method: 'GET',
	path: '/api/payments/:paymentId/receipt',
	access: 'member',
	params: z.object({ paymentId: id }),
	response: z.string(),
});
