import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, locale, name } from './scalars.ts';

/** What the holder of a join link may know before entering. */
export const visit = z.object({
	appointmentId: id,
	attendeeId: id,
	startsAt: instant,
	endsAt: instant,
	clinic: z.object({ name, timeZone: z.string(), locale }),
	professionalName: name,
	serviceName: name,
	/** Prefilled; the attendee may correct it. */
	attendeeName: z.string(),
	terms: z.object({ version: z.string(), text: z.string() }),
	/** True once this attendee has accepted this version of the terms. */
	termsAccepted: z.boolean(),
	ended: z.boolean(),
});
export type Visit = z.infer<typeof visit>;

/** What to show in a socket's handshake: a JWT for one room and one person, valid for two minutes. */
export const callTicket = z.object({ ticket: z.string(), appointmentId: id });
export type CallTicket = z.infer<typeof callTicket>;

/**
 * Reads the visit behind a join link and changes nothing, so that mail scanners do no harm.
 * Errors: `LINK_INVALID`, `LINK_EXPIRED`, `VISIT_CANCELLED`.
 */
export const getVisit = route({ method: 'GET', path: '/api/join/visit', access: 'attendee', response: visit });

/**
 * Gives name and consent; needed before the first ticket. Errors: `TERMS_REQUIRED`; `PAY_FIRST` where the visit is to be
 * paid before, for which there is a request among their payments then.
 */
export const enterVisit = route({
	method: 'POST',
	path: '/api/join/enter',
	access: 'attendee',
	body: z.object({ name, acceptedTerms: z.string().optional() }),
	response: callTicket,
});

/** A new ticket for somebody who has entered before (reload, reconnect). Errors: as of `enterVisit`. */
export const attendeeTicket = route({
	method: 'POST',
	path: '/api/join/ticket',
	access: 'attendee',
	response: callTicket,
});

/** A later visit of the attendee's client. Its join link comes by e-mail only. */
export const nextVisit = z.object({
	appointmentId: id,
	startsAt: instant,
	endsAt: instant,
	bookedAt: instant,
	professionalName: name,
	serviceName: name,
	office: z.object({ name, kind: z.enum(['VIDEO', 'PHYSICAL']) }),
});
export type NextVisit = z.infer<typeof nextVisit>;

/** The other planned visits of this attendee's client from now on, soonest first; none for a guest. */
export const listNextVisits = route({
	method: 'GET',
	path: '/api/join/next-visits',
	access: 'attendee',
	response: z.object({ visits: z.array(nextVisit) }),
});

/** The professional's way into the room of one of their visits. */
export const memberTicket = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/ticket',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: callTicket,
});

/** A ticket for the workstation's socket, over which the waiting area is live. */
export const workstationTicket = route({
	method: 'POST',
	path: '/api/workstation/ticket',
	access: 'member',
	response: z.object({ ticket: z.string() }),
});
