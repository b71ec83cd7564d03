import { z } from 'zod';
import { payment } from './payments.ts';
import { route } from './route.ts';
import { amountMinor, id, instant, locale, name, nothing } from './scalars.ts';

/** A client's card that the clinic may charge later. */
const cardOnFile = z.object({
	id,
	/** Stripe's name of the network: `visa`. */
	brand: z.string(),
	last4: z.string(),
	/** It expires with the end of this month. */
	expMonth: z.int().min(1).max(12),
	expYear: z.int(),
	/** When the client agreed to it. */
	consentedAt: instant,
});
export type CardOnFile = z.infer<typeof cardOnFile>;

const found = z.object({ card: cardOnFile.nullable() });

/** What a payer agrees to who lets the clinic keep their card. */
const cardConsent = z.object({ version: z.string(), locale, clinicName: name, text: z.string() });
export type CardConsent = z.infer<typeof cardConsent>;

/** The words to agree to, in this language; null for whoever is not in the clinic's records. */
export const getCardConsent = route({
	method: 'GET',
	path: '/api/own-payments/card-consent',
	access: 'payer',
	query: z.object({ locale }),
	response: z.object({ consent: cardConsent.nullable() }),
});

/** The card of a client, null without one or for a member who may not charge it. Errors: `NOT_FOUND`. */
export const getClientCard = route({
	method: 'GET',
	path: '/api/clients/:clientId/card',
	access: 'member',
	params: z.object({ clientId: id }),
	response: found,
});

/**
 * Charges a card on file, in the visit's currency, else in the clinic's. `id` is chosen by the caller: a repeated request
 * charges once. The answer is RECEIVED; FAILED where the bank declined or wants its holder, who can still pay by
 * themselves; PAYING where nobody answered yet, which is gone on with. A manager can leave out the visit.
 * Errors: `NOT_FOUND`, `FORBIDDEN`, `CARD_NOT_ON_FILE`, `PAYMENTS_DISABLED`, `PAYMENTS_NOT_READY`, `CARD_AMOUNT`; `CONFLICT` when the id
 * stands for another payment.
 */
export const chargeCard = route({
	method: 'POST',
	path: '/api/clients/:clientId/card/:cardId/charges',
	access: 'member',
	params: z.object({ clientId: id, cardId: id }),
	body: z.object({
		id,
		appointmentId: id.nullable(),
		amountMinor: amountMinor.min(1),
		description: z.string().trim().min(1).max(200),
	}),
	response: payment,
});

/** Takes a card away for good; that the client once agreed is kept. Errors: `NOT_FOUND`. */
export const removeClientCard = route({
	method: 'DELETE',
	path: '/api/clients/:clientId/card/:cardId',
	access: 'member',
	params: z.object({ clientId: id, cardId: id }),
	response: nothing,
});

/** The client's own card. */
export const getOwnCard = route({ method: 'GET', path: '/api/own-page/card', access: 'client', response: found });

/** The client withdraws their consent. Errors: `NOT_FOUND`. */
export const removeOwnCard = route({
	method: 'DELETE',
	path: '/api/own-page/card/:cardId',
	access: 'client',
	params: z.object({ cardId: id }),
	response: nothing,
});
