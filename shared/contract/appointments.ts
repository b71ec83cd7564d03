import { z } from 'zod';
import { newClient } from './clients.ts';
import { route } from './route.ts';
import { amountMinor, currency, id, instant, name } from './scalars.ts';

export const appointmentStatus = z.enum(['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED']);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;

/** One person invited to a visit: a client of the clinic, or a guest (interpreter, family). */
export const attendee = z.object({
	id,
	kind: z.enum(['CLIENT', 'GUEST']),
	name,
	clientId: id.nullable(),
	/** The whole address to send to this person. */
	joinLink: z.url(),
});
export type Attendee = z.infer<typeof attendee>;

export const appointment = z.object({
	id,
	startsAt: instant,
	endsAt: instant,
	status: appointmentStatus,
	service: z.object({ id, name }),
	office: z.object({ id, name, kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	professional: z.object({ id, name }),
	amountMinor,
	currency,
	/** Sum of what was received for this visit, in minor units. */
	receivedMinor: amountMinor,
	attendees: z.array(attendee),
});
export type Appointment = z.infer<typeof appointment>;

/** A service of the price list. */
export const service = z.object({
	id,
	name,
	durationMinutes: z.number().int().min(5).max(600),
	amountMinor,
	currency,
});
export type Service = z.infer<typeof service>;

export const office = z.object({ id, name, kind: z.enum(['VIDEO', 'PHYSICAL']) });

/** Visits that touch `from … to`, at most 62 days apart: the viewer's own, a manager's whole clinic. */
export const listAppointments = route({
	method: 'GET',
	path: '/api/appointments',
	access: 'member',
	query: z
		.object({ from: instant, to: instant, clientId: id.optional() })
		.refine((q) => q.from < q.to, { path: ['to'], message: 'The end comes before the start.' })
		.refine((q) => Date.parse(q.to) - Date.parse(q.from) <= 62 * 86_400_000, {
			path: ['to'],
			message: 'At most 62 days at a time.',
		}),
	response: z.object({ appointments: z.array(appointment) }),
});

/** All visits of one client, newest first. */
export const listClientAppointments = route({
	method: 'GET',
	path: '/api/clients/:clientId/appointments',
	access: 'member',
	params: z.object({ clientId: id }),
	response: z.object({ appointments: z.array(appointment) }),
});

export const getAppointment = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: appointment,
});

/**
 * Books a visit with the signed-in professional. The length is the service's, the price too unless given.
 * The client gets the join link and a calendar file by e-mail. Booked inside a call, `duringAppointmentId` names
 * that call's visit: the people in it are told (`toolChanged booking`).
 * Errors: `SLOT_TAKEN` with the visit that is in the way; `NOT_FOUND` for a foreign client or service.
 */
export const createAppointment = route({
	method: 'POST',
	path: '/api/appointments',
	access: 'member',
	body: z.object({
		client: z.union([z.object({ id }), newClient]),
		serviceId: id,
		officeId: id.optional(),
		startsAt: instant,
		amountMinor: amountMinor.optional(),
		duringAppointmentId: id.optional(),
	}),
	response: appointment,
});

/** Errors: `WRONG_STATE` for a visit that is done. The client is told by e-mail. */
export const cancelAppointment = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/cancel',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: appointment,
});

/** Invites a further participant (interpreter, family, colleague) by link. */
export const inviteGuest = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/guests',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: z.object({ name }),
	response: attendee,
});

/** Makes the attendee's present link invalid and answers with a new one. */
export const renewJoinLink = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/attendees/:attendeeId/renew-link',
	access: 'member',
	params: z.object({ appointmentId: id, attendeeId: id }),
	response: attendee,
});

export const listServices = route({
	method: 'GET',
	path: '/api/services',
	access: 'member',
	response: z.object({ services: z.array(service), offices: z.array(office) }),
});

/**
 * Free start times of the signed-in professional for one service, by day, `days` calendar days from `from`
 * in the professional's zone.
 */
export const listFreeTimes = route({
	method: 'GET',
	path: '/api/free-times',
	access: 'member',
	query: z.object({
		serviceId: id,
		officeId: id.optional(),
		from: z.iso.date(),
		days: z.coerce.number().int().min(1).max(31).default(14),
	}),
	response: z.object({
		timeZone: z.string(),
		days: z.array(z.object({ date: z.iso.date(), startTimes: z.array(instant) })),
	}),
});
