import { z } from 'zod';
import { dispute } from './disputes.ts';
import { refund } from './refunds.ts';
import { route } from './route.ts';
import { amountMinor, currency, email, id, instant, locale, name } from './scalars.ts';

export const paymentStatus = z.enum(['REQUESTED', 'PAYING', 'RECEIVED', 'FAILED', 'CANCELLED']);
export type PaymentStatus = z.infer<typeof paymentStatus>;

/** How the money comes; all but `CARD` is written down by hand. */
export const paymentMethod = z.enum(['CARD', 'CASH', 'TERMINAL', 'TRANSFER', 'OTHER']);
/** How money comes that is only written down. */
const methodByHand = paymentMethod.exclude(['CARD']);
/** The same; `kindId`: one that the clinic named, for `OTHER`. */
export const wayByHand = z.object({ method: methodByHand, kindId: id.exactOptional() });
export type WayByHand = z.output<typeof wayByHand>;

/** A request for payment, as both sides see it. */
export const payment = z.object({
	id,
	appointmentId: id.nullable(),
	/** Whose visit it is for. */
	professionalId: id.nullable(),
	/** Who pays: somebody who comes to a visit, or a client without one. */
	payer: z.object({ attendeeId: id.nullable(), clientId: id.nullable(), name }),
	method: paymentMethod,
	/** What the clinic calls its own way of paying, for OTHER. */
	kind: z.string().nullable(),
	amountMinor,
	currency,
	description: z.string(),
	status: paymentStatus,
	/** The card network's reason for the last failed try (`card_declined`), or why a charge was not tried, for FAILED. */
	failureCode: z.string().nullable(),
	receiptEmail: email.nullable(),
	/** Whether it is paid on the payment service's own page, and no longer with the card form. */
	hosted: z.boolean(),
	card: z.object({ brand: z.string(), last4: z.string() }).nullable(),
	requestedAt: instant,
	receivedAt: instant.nullable(),
	/** What of it went back or is on its way, without what failed. */
	refundedMinor: amountMinor,
	/** Oldest first. */
	refunds: z.array(refund),
	/** Oldest first; none for the client. */
	disputes: z.array(dispute),
});
export type Payment = z.infer<typeof payment>;

/** A payment of somebody who comes to a visit; `id` is chosen by whoever makes it. */
const ofAttendee = z.object({
	id,
	attendeeId: id,
	amountMinor: amountMinor.min(1),
	description: z.string().trim().min(1).max(200),
});

/**
 * Asks an attendee of the visit to pay. `id` is chosen by the caller: a repeated request makes one payment.
 * Errors: `PAYMENTS_DISABLED`, `PAYMENTS_NOT_READY`, `NOT_FOUND`; `CARD_AMOUNT` for less or more than a card can pay.
 */
export const requestPayment = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/payments',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: ofAttendee.extend({
		/** Whether the link to pay goes to the client by e-mail, where they have an address. */
		byMail: z.boolean(),
	}),
	response: payment,
});

/**
 * Writes down what an attendee paid by another way. `id` is chosen by the caller: a repeated one makes one payment.
 * Errors: `NOT_FOUND`, `CONFLICT`.
 */
export const recordPayment = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/payments/received',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: ofAttendee.extend({
		...wayByHand.shape,
		/** Where the receipt goes; none without. */
		receiptEmail: email.nullable(),
	}),
	response: payment,
});

export const listVisitPayments = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId/payments',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: z.object({ payments: z.array(payment) }),
});

/** Errors: `PAYMENT_ALREADY_RECEIVED` when the money came first. */
export const withdrawPayment = route({
	method: 'POST',
	path: '/api/payments/:paymentId/withdraw',
	access: 'member',
	params: z.object({ paymentId: id }),
	response: payment,
});

/**
 * Writes down that a request was paid by another way: it is taken back, so that nobody can pay it by card too, and what it
 * asked for is received. `id`, of what is written down, is chosen by the caller: a repeated one makes one payment.
 * Errors: `NOT_FOUND`; `PAYMENT_ALREADY_RECEIVED` when the card was faster; `PAYMENT_PROVIDER`; `CONFLICT` when the id stands
 * for another payment, or the invoice is not to be paid any more.
 */
export const settlePayment = route({
	method: 'POST',
	path: '/api/payments/:paymentId/settle',
	access: 'member',
	params: z.object({ paymentId: id }),
	body: z.object({
		id,
		...wayByHand.shape,
		/** Where the receipt goes; none without. */
		receiptEmail: email.nullable(),
	}),
	response: payment,
});

/**
 * Sends money of a received payment back. `id` is chosen by the caller: a repeated request sends it once. Where the
 * provider does not answer, the refund stays PENDING and is asked for again.
 * Errors: `NOT_FOUND`, `REFUND_TOO_MUCH`; `CONFLICT` when the id stands for another refund;
 * `REFUND_AT_STRIPE` when the keys of the account that took it were taken away.
 */
export const refundPayment = route({
	method: 'POST',
	path: '/api/payments/:paymentId/refunds',
	access: 'member',
	params: z.object({ paymentId: id }),
	body: z.object({ id, amountMinor: amountMinor.min(1), reason: z.string().trim().max(200) }),
	response: payment,
});

/** Every payment of one client, newest first. */
export const listClientPayments = route({
	method: 'GET',
	path: '/api/clients/:clientId/payments',
	access: 'member',
	params: z.object({ clientId: id }),
	response: z.object({ payments: z.array(payment) }),
});

/** What this payer was asked to pay, and by whom. */
export const listOwnPayments = route({
	method: 'GET',
	path: '/api/own-payments',
	access: 'payer',
	response: z.object({ clinicName: name, payments: z.array(payment) }),
});

/**
 * Starts paying: answers with what the card form needs. The card itself goes from the browser to Stripe only.
 * Errors: `PAYMENT_WITHDRAWN`, `PAYMENT_ALREADY_RECEIVED`, `PAYMENTS_DISABLED`, `PAYMENTS_NOT_READY`, `PAYMENT_PROVIDER`;
 * `CONFLICT` when the words to agree to are others by now, or the payment is `hosted`.
 */
export const startPaying = route({
	method: 'POST',
	path: '/api/own-payments/:paymentId/pay',
	access: 'payer',
	params: z.object({ paymentId: id }),
	body: z.object({
		receiptEmail: email,
		/** The words to which the payer agreed, so that their card is kept; null where it is not to be. */
		keepCard: z.object({ version: z.string(), locale }).nullable().default(null),
	}),
	response: z.object({
		payment,
		/** `stripe`: Stripe's Payment Element. `sandbox`: the local stand-in's card form. */
		provider: z.enum(['stripe', 'sandbox']),
		publishableKey: z.string(),
		/** The connected account that takes the money; null where the key is that account's own. */
		stripeAccount: z.string().nullable(),
		clientSecret: z.string(),
	}),
});

/**
 * Turns to the payment service's own page, for a browser in which no card form can be loaded, and answers with its
 * address. From then on the payment is `hosted`: the form can pay it no more, whatever tab it is open in.
 * Errors: as `startPaying`; `CONFLICT` before that, which asks where the receipt goes.
 */
export const openCheckout = route({
	method: 'POST',
	path: '/api/own-payments/:paymentId/checkout',
	access: 'payer',
	params: z.object({ paymentId: id }),
	response: z.object({ payment, url: z.url() }),
});

/**
 * The address where whoever is asked can pay without a call, valid for 60 days; `byMail` sends it to the client.
 * Errors: `NOT_FOUND`, `PAYMENT_WITHDRAWN`, `PAYMENT_ALREADY_RECEIVED`; `NO_ADDRESS` for a mail to who has none.
 */
export const sharePayLink = route({
	method: 'POST',
	path: '/api/payments/:paymentId/link',
	access: 'member',
	params: z.object({ paymentId: id }),
	body: z.object({ byMail: z.boolean() }),
	response: z.object({ link: z.url() }),
});
