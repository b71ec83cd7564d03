import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, name, nothing } from './scalars.ts';

/** So many times at most are offered at once. */
export const mostOffered = 5;

/** Free times that a professional lets a client choose from during a call. */
export const timeOffer = z.object({
	id,
	attendeeId: id,
	/** One that nobody took in time is `EXPIRED`. */
	status: z.enum(['OPEN', 'TAKEN', 'WITHDRAWN', 'EXPIRED']),
	createdAt: instant,
	expiresAt: instant,
	startTimes: z.array(instant),
	/** Which one became a visit. */
	takenStartsAt: instant.nullable(),
	durationMinutes: z.number().int().positive(),
	serviceName: name,
	office: z.object({ name, kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	professionalName: name,
});
export type TimeOffer = z.infer<typeof timeOffer>;

/**
 * Offers times of the signed-in professional to one client of this visit, instead of what was offered before. The times
 * are kept from visitors of the public page for ten minutes; the people in the call are told (`toolChanged booking`).
 * Errors: `TIME_NOT_FREE` when one of them is not; `NOT_FOUND`, also for a guest.
 */
export const offerTimes = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/offers',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: z.object({
		attendeeId: id,
		serviceId: id,
		officeId: id,
		resourceIds: z.array(id).max(10).optional(),
		startTimes: z.array(instant).min(1).max(mostOffered),
	}),
	response: timeOffer,
});

/** The latest offer to each client of this visit, newest first. */
export const listOffers = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId/offers',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: z.object({ offers: z.array(timeOffer) }),
});

/** Withdraws it; the client is told. Errors: `WRONG_STATE` for one that was taken. */
export const withdrawOffer = route({
	method: 'DELETE',
	path: '/api/offers/:offerId',
	access: 'member',
	params: z.object({ offerId: id }),
	response: nothing,
});

/** The latest offer to this attendee; null when there was none. */
export const getOwnOffer = route({
	method: 'GET',
	path: '/api/join/offer',
	access: 'attendee',
	response: z.object({ offer: timeOffer.nullable() }),
});

/**
 * Books one of the offered times; it is confirmed at once, also by e-mail.
 * Errors: `WRONG_STATE` when the offer was taken, withdrawn or has expired, or does not have this time; `TIME_NOT_FREE`
 * when somebody was quicker; `NOT_FOUND`.
 */
export const takeOffer = route({
	method: 'POST',
	path: '/api/join/offer/:offerId/take',
	access: 'attendee',
	params: z.object({ offerId: id }),
	body: z.object({ startsAt: instant }),
	response: timeOffer,
});
