import { z } from 'zod';
import { appointmentStatus } from './appointments.ts';
import { route } from './route.ts';
import { amountMinor, currency, email, id, instant, locale, name, nothing } from './scalars.ts';

/** A visit as the client who is invited to it sees it. */
const visit = z.object({
	/** The attendee's. */
	id,
	startsAt: instant,
	endsAt: instant,
	/** Cancelled also where only this client does not come. */
	status: appointmentStatus,
	serviceName: name,
	professionalName: name,
	office: z.object({ name, kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	/** Into the call; null for a visit that is over, or takes place at an office. */
	joinLink: z.url().nullable(),
	/** Where it is cancelled and moved; null once it began. */
	changeLink: z.url().nullable(),
});
export type OwnPageVisit = z.infer<typeof visit>;

const waiting = visit
	.pick({ startsAt: true, endsAt: true, serviceName: true, professionalName: true, office: true })
	.extend({
		/** The visit's. */
		id,
		/** From 1. */
		placeInLine: z.number().int().positive(),
		/** Where they leave the waiting list. */
		leaveLink: z.url(),
	});

export const ownPage = z.object({
	clientName: name,
	clinic: z.object({ name, timeZone: z.string(), locale }),
	/** Soonest first, the one that runs now included. */
	coming: z.array(visit),
	/** Groups in which the client waits for a place, soonest first. */
	waiting: z.array(waiting),
	/** What the client was asked to pay by card and has not, oldest first. */
	toPay: z.array(
		z.object({
			id,
			amountMinor,
			currency,
			description: z.string(),
			/** Where it is paid. */
			payLink: z.url(),
		}),
	),
	/** Newest first, the cancelled ones included. */
	past: z.array(visit),
	/** Professionals of these visits whom clients can book. */
	bookable: z.array(z.object({ slug: z.string(), name })),
});
export type OwnPage = z.infer<typeof ownPage>;

/**
 * Sends a link to the client's own page, valid for an hour, to this address: one for each clinic that knows it. The
 * answer is the same, and takes as long, where nobody does. Errors: `RATE_LIMITED`.
 */
export const requestOwnPage = route({
	method: 'POST',
	path: '/api/own-page/link',
	access: 'public',
	body: z.object({ email }),
	response: nothing,
});

/** Errors: `LINK_EXPIRED`, for one that never was as well. */
export const getOwnPage = route({ method: 'GET', path: '/api/own-page', access: 'client', response: ownPage });
