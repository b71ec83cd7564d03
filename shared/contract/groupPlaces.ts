import { z } from 'zod';
import { office } from './appointments.ts';
import { bookedVisit, bySlug, visitor } from './booking.ts';
import { route } from './route.ts';
import { amountMinor, currency, id, instant, locale, name, nothing } from './scalars.ts';

/** When a group meets. How many wait for a place is not said. */
const groupDate = z.object({
	id,
	startsAt: instant,
	endsAt: instant,
	office: office.omit({ id: true }),
	amountMinor,
	currency,
	/** None: then there is the waiting list. */
	placesLeft: z.number().int().nonnegative(),
});
export type GroupDate = z.infer<typeof groupDate>;

/** When a professional's group meets in the time that clients can book. Errors: `NOT_FOUND`. */
export const listGroupDates = route({
	method: 'GET',
	path: '/api/book/:slug/groups',
	access: 'public',
	params: bySlug,
	query: z.object({ serviceId: id }),
	response: z.object({ dates: z.array(groupDate) }),
});

const placeAnswer = z.discriminatedUnion('outcome', [
	bookedVisit.extend({ outcome: z.literal('BOOKED') }),
	bookedVisit.omit({ calendarFile: true }).extend({ outcome: z.literal('WAITING') }),
]);
export type PlaceAnswer = z.infer<typeof placeAnswer>;

/**
 * Books a place in a group, or puts the client at the end of its waiting list; they are told by e-mail. The client is the
 * one with this e-mail address in the clinic's records, or a new one. One who waits already stays where they are, and is
 * answered alike.
 * Errors: `GROUP_FULL`, also when somebody was quicker; `OWN_VISIT` when the client has a visit at that time, this one or
 * another; `TIME_NOT_FREE` when it is too late to book; `VISIT_CANCELLED`, `TERMS_REQUIRED`, `NOT_FOUND`.
 */
export const bookPlace = route({
	method: 'POST',
	path: '/api/book/:slug/groups/:appointmentId/places',
	access: 'public',
	params: bySlug.extend({ appointmentId: id }),
	body: visitor.extend({
		/** Whether the client would rather wait than have nothing; where there is a place they have it at once. */
		waits: z.boolean(),
	}),
	response: placeAnswer,
});

/** What somebody waits for, and where they stand. */
const ownWaiting = z.object({
	startsAt: instant,
	endsAt: instant,
	clinic: z.object({ name, timeZone: z.string(), locale }),
	serviceName: name,
	professionalName: name,
	office: office.omit({ id: true }),
	/** `WAITING`; `HAS_PLACE` for who moved up; `OVER` for who is not on the list any more, or when it began. */
	state: z.enum(['WAITING', 'HAS_PLACE', 'OVER']),
	/** From 1, while they wait. */
	placeInLine: z.number().int().positive().nullable(),
});
export type OwnWaiting = z.infer<typeof ownWaiting>;

/** Reads and changes nothing, so that mail scanners do no harm. Errors: `LINK_INVALID`, `VISIT_CANCELLED`. */
export const getOwnWaiting = route({
	method: 'GET',
	path: '/api/own-waiting',
	access: 'waiting',
	response: ownWaiting,
});

/** Leaving twice is leaving once. Errors: `LINK_INVALID`. */
export const leaveWaitingList = route({
	method: 'POST',
	path: '/api/own-waiting/leave',
	access: 'waiting',
	response: nothing,
});
