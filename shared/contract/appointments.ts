import { z } from 'zod';
import { newClient } from './clients.ts';
import { confirmable, conflict } from './conflicts.ts';
import { recurrence, scope } from './recurrence.ts';
import { period } from './period.ts';
import { route } from './route.ts';
import { amountMinor, currency, id, instant, money, name } from './scalars.ts';

export const appointmentStatus = z.enum(['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED']);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;

export const cancelReason = z.enum(['BY_PROFESSIONAL', 'BY_CLIENT', 'NO_SHOW', 'OTHER']);
export type CancelReason = z.infer<typeof cancelReason>;

/** How long a visit takes, in minutes. */
export const durationLimits = { least: 5, most: 600 } as const;
const durationMinutes = z.number().int().min(durationLimits.least).max(durationLimits.most);
const note = z.string().trim().max(4_000);
const resourceIds = z.array(id).max(10);
/** What stands against the time and is wanted all the same. */
const confirm = z.array(confirmable).max(3);

/** One person invited to a visit: a client of the clinic, or a guest (interpreter, family). */
export const attendee = z.object({
	id,
	kind: z.enum(['CLIENT', 'GUEST']),
	name,
	clientId: id.nullable(),
	/** The whole address to send to this person. */
	joinLink: z.url(),
	/** What this one is to pay: their own price, else a client's is the visit's and a guest's is nothing. Who does not come any more
	 * pays the fee for which they were asked alone. */
	amountMinor,
	/** What was received of them, in minor units. */
	receivedMinor: amountMinor,
	/** On which that stands, unless it is void; a draft has no number yet. */
	invoice: z.object({ id, number: z.string().nullable(), createdById: id }).nullable(),
	/** Since when they do not come any more, and why; the visit goes on without them. */
	cancelledAt: instant.nullable(),
	cancelReason: cancelReason.nullable(),
});
export type Attendee = z.infer<typeof attendee>;

export const appointment = z.object({
	id,
	startsAt: instant,
	endsAt: instant,
	status: appointmentStatus,
	/** `capacity`: how many clients it takes; more than one makes it a group. */
	service: z.object({ id, name, capacity: z.number().int() }),
	office: z.object({ id, name, kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	professional: z.object({ id, name }),
	/** For each client who has no price of their own. */
	amountMinor,
	currency,
	/** Sum of what was received for this visit, in minor units. */
	receivedMinor: amountMinor,
	attendees: z.array(attendee),
	/** For the professionals' eyes alone. */
	note,
	/** Rooms and devices that it takes; never shown to clients. */
	resources: z.array(z.object({ id, name })),
	seriesId: id.nullable(),
	/** Counts its changes; a change must name the one that it read. */
	sequence: z.number().int().nonnegative(),
	cancelReason: cancelReason.nullable(),
});
export type Appointment = z.infer<typeof appointment>;

/** A service of the price list. */
export const service = z.object({
	id,
	name,
	durationMinutes,
	amountMinor,
	currency,
	/** Where it is offered. */
	officeIds: z.array(id),
	/** How many clients one visit takes; more than one makes it a group. */
	capacity: z.number().int().min(1).max(30),
	/** Whether clients can book it on the public pages. */
	bookable: z.boolean(),
	/** Whether clients pay before they can join it. */
	payFirst: z.boolean(),
});
export type Service = z.infer<typeof service>;

export const office = z.object({ id, name, kind: z.enum(['VIDEO', 'PHYSICAL']) });
export type Office = z.infer<typeof office>;

/** Visits that touch `from … to`, at most 62 days apart: the viewer's own, a manager's whole clinic. */
export const listAppointments = route({
	method: 'GET',
	path: '/api/appointments',
	access: 'member',
	query: period.safeExtend({ clientId: id.optional() }),
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

/** Somebody of the records, or somebody new. */
export const clientToBook = z.union([z.object({ id }), newClient]);
export type ClientToBook = z.output<typeof clientToBook>;

const newAppointment = z.object({
	client: clientToBook,
	/** The others of a group. */
	alsoClients: z.array(clientToBook).max(29).optional(),
	serviceId: id,
	/** The clinic's first video office without it. */
	officeId: id.optional(),
	startsAt: instant,
	/** The service's without it. */
	durationMinutes: durationMinutes.optional(),
	/** The service's without it. */
	amountMinor: amountMinor.optional(),
	note: note.optional(),
	resourceIds: resourceIds.optional(),
	/** Whether the client is told by e-mail: unless false. */
	notify: z.boolean().optional(),
	confirm: confirm.optional(),
	recurrence: recurrence.optional(),
	duringAppointmentId: id.optional(),
});

/**
 * Books a visit with the signed-in professional, or a series, all or nothing, and answers with the first one. The
 * client gets the join links and calendar files by e-mail. Booked inside a call, `duringAppointmentId` names
 * that call's visit: the people in it are told (`toolChanged booking`).
 * Errors, with all conflicts: `SLOT_TAKEN` where one cannot be confirmed, else `CONFIRMATION_NEEDED`.
 * `GROUP_FULL` for more clients than the service takes, `ALREADY_ATTENDING` for one who is named twice.
 * `NOT_OFFERED` at that office, `SERIES_TOO_LONG`, `SERIES_EMPTY`, `NOT_FOUND` for what is not the clinic's.
 */
export const createAppointment = route({
	method: 'POST',
	path: '/api/appointments',
	access: 'member',
	body: newAppointment,
	response: appointment,
});

/** What a booking or a change would do. Confirmed conflicts are named too. */
export const visitPreview = z.object({
	changes: z.array(
		z.object({
			/** Null for one that would be new. */
			appointmentId: id.nullable(),
			/** Where it is now. */
			from: z.object({ startsAt: instant, endsAt: instant }).nullable(),
			to: z.object({ startsAt: instant, endsAt: instant }),
		}),
	),
	conflicts: z.array(conflict),
});
export type VisitPreview = z.infer<typeof visitPreview>;

/** What `createAppointment` would book, and all that is in the way; writes nothing. Errors but the conflicts' are the same. */
export const previewNewAppointment = route({
	method: 'POST',
	path: '/api/appointments/preview',
	access: 'member',
	body: newAppointment,
	response: visitPreview,
});

const appointmentChange = z.object({
	/** As it was read. */
	sequence: z.number().int().nonnegative(),
	scope: scope.optional(),
	startsAt: instant.optional(),
	durationMinutes: durationMinutes.optional(),
	officeId: id.optional(),
	serviceId: id.optional(),
	amountMinor: amountMinor.optional(),
	note: note.optional(),
	resourceIds: resourceIds.optional(),
	/** Whether the client is told by e-mail, if anything changed that concerns them: unless false. */
	notify: z.boolean().optional(),
	confirm: confirm.optional(),
});
export type AppointmentChange = z.infer<typeof appointmentChange>;

/**
 * Moves or edits a visit, of a series also those after it or all that have not begun: they move by as much on the wall
 * clock, except those that were moved by themselves, which stay. Answers with the named one.
 * Errors: `CONFLICT` when it was changed since `sequence`, `VISIT_BEGAN`, `VISIT_CANCELLED`, and those of
 * `createAppointment`.
 */
export const changeAppointment = route({
	method: 'PATCH',
	path: '/api/appointments/:appointmentId',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: appointmentChange,
	response: appointment,
});

/** What `changeAppointment` would do; writes nothing. */
export const previewAppointmentChange = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/preview',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: appointmentChange,
	response: visitPreview,
});

/** Makes a single visit the first of a series; only the others are new. Errors as of `createAppointment`, and `WRONG_STATE`. */
export const repeatAppointment = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/repeat',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: z.object({ recurrence, notify: z.boolean().optional(), confirm: confirm.optional() }),
	response: appointment,
});

/** What `repeatAppointment` would add, and all that is in the way; writes nothing. */
export const previewRepeatAppointment = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/repeat/preview',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: z.object({ recurrence }),
	response: visitPreview,
});

/**
 * Frees the time; of a series also of those after it, or of all that have not begun. Cancelling twice is cancelling
 * once. Errors: `WRONG_STATE` for a visit that is in progress or done; `PAYMENTS_DISABLED` for a fee where the clinic takes
 * no payments.
 */
export const cancelAppointment = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/cancel',
	access: 'member',
	params: z.object({ appointmentId: id }),
	body: z.object({
		/** By the professional without it. */
		reason: cancelReason.optional(),
		/** Whether the client is told by e-mail: unless false. */
		notify: z.boolean().optional(),
		scope: scope.optional(),
		/** Whether the client is asked for the clinic's fee, where there is one: not without it. */
		chargeFee: z.boolean().optional(),
	}),
	response: appointment,
});

/**
 * What clients would be asked for if the visit, or those of its series that are meant, were cancelled now with
 * `chargeFee`: one amount for each visit that has a fee, less what was received of it. None where the clinic takes no payments.
 */
export const listCancellationFees = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId/cancellation-fees',
	access: 'member',
	params: z.object({ appointmentId: id }),
	query: z.object({ reason: cancelReason, scope: scope.default('this') }),
	response: z.object({ fees: z.array(money) }),
});

/** The visit took place: no call has to be ended for all to say so. Errors: `WRONG_STATE` for one that is cancelled, or has not begun. */
export const completeAppointment = route({
	method: 'POST',
	path: '/api/appointments/:appointmentId/complete',
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
		/** Rooms and devices that must be free as well, separated by commas. */
		resourceIds: z
			.string()
			.transform((ids) => ids.split(','))
			.pipe(resourceIds)
			.default([]),
		from: z.iso.date(),
		days: z.coerce.number().int().min(1).max(31).default(14),
	}),
	response: z.object({
		timeZone: z.string(),
		days: z.array(z.object({ date: z.iso.date(), startTimes: z.array(instant) })),
	}),
});
