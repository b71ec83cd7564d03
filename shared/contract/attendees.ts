import { z } from 'zod';
import { appointment, cancelReason, clientToBook } from './appointments.ts';
import { route } from './route.ts';
import { amountMinor, id, instant, name } from './scalars.ts';

const ofVisit = z.object({ appointmentId: id });
const ofAttendee = z.object({ appointmentId: id, attendeeId: id });

/**
 * One more client for a group: they get their join link and a calendar file by e-mail. Errors: `GROUP_FULL`,
 * `ALREADY_ATTENDING`, `SLOT_TAKEN` with the client's visits at that time, `VISIT_CANCELLED`, `VISIT_BEGAN` when it is
 * over, `NOT_FOUND`.
 */
export const addAttendee = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/attendees',
	access: 'member',
	params: ofVisit,
	body: z.object({
		client: clientToBook,
		/** The visit's price without it. */
		amountMinor: amountMinor.optional(),
		/** Whether they are told by e-mail: unless false. */
		notify: z.boolean().optional(),
	}),
	response: appointment,
});

/** What this one is to pay; null for the visit's price. Errors: `NOT_FOUND`. */
export const changeAttendee = route({
	method: 'PATCH',
	path: '/api/appointments/:appointmentId/attendees/:attendeeId',
	access: 'member',
	params: ofAttendee,
	body: z.object({ amountMinor: amountMinor.nullable() }),
	response: appointment,
});

/**
 * One does not come, and the visit goes on; the first of the waiting list who has time gets the place. Cancelling twice
 * is cancelling once. Errors: `VISIT_CANCELLED`; `VISIT_BEGAN` once the call began, but for a no-show, which is
 * `VALIDATION` before the start; `NOT_FOUND`.
 */
export const cancelAttendee = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/attendees/:attendeeId/cancel',
	access: 'member',
	params: ofAttendee,
	body: z.object({
		/** By the professional without it. */
		reason: cancelReason.optional(),
		/** Whether they are told by e-mail: unless false. */
		notify: z.boolean().optional(),
	}),
	response: appointment,
});

/** Who waits for a place, in order. */
const waitingList = z.object({ waiting: z.array(z.object({ client: z.object({ id, name }), since: instant })) });
export type WaitingList = z.infer<typeof waitingList>['waiting'];

export const listWaiting = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId/waiting-list',
	access: 'member',
	params: ofVisit,
	response: waitingList,
});

/**
 * Puts a client at the end of the waiting list; one who waits already stays where they are. Where there is a place they
 * have it at once. Errors: `ALREADY_ATTENDING`, `VISIT_CANCELLED`, `VISIT_BEGAN`, `NOT_FOUND`.
 */
export const addToWaitingList = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/waiting-list',
	access: 'member',
	params: ofVisit,
	body: z.object({ client: clientToBook }),
	response: waitingList,
});

/** Somebody who does not wait is no error. */
export const takeOffWaitingList = route({
	method: 'DELETE',
	path: '/api/appointments/:appointmentId/waiting-list/:clientId',
	access: 'member',
	params: ofVisit.extend({ clientId: id }),
	response: waitingList,
});
