import { z } from 'zod';
import { appointment, appointmentStatus, attendee } from './appointments.ts';
import { cursor } from './cursor.ts';
import { route } from './route.ts';
import { id, name } from './scalars.ts';

/** How the money of a visit stands: nothing to pay, nothing received, a part of it, or all. */
export const paidState = z.enum(['free', 'unpaid', 'partly', 'paid']);
export type PaidState = z.infer<typeof paidState>;

/** A visit as a row of a list. */
const activity = appointment
	.omit({ note: true, resources: true, sequence: true })
	.extend({ attendees: z.array(attendee.omit({ joinLink: true, receivedMinor: true, cancelReason: true })) });
export type Activity = z.infer<typeof activity>;

/** Several values of one parameter: `PLANNED,DONE`. */
const several = <T extends z.ZodType<string, string>>(value: T) =>
	z
		.string()
		.transform((text) => text.split(','))
		.pipe(z.array(value).max(10));

const date = z.iso.date().refine((day) => day >= '1900-01-01', 'Too long ago.');

/** What narrows the list; all of it together. */
const filter = {
	/** The first and the last day, on the viewer's clock. */
	from: date.optional(),
	to: date.optional(),
	status: several(appointmentStatus).optional(),
	professionalId: id.optional(),
	serviceId: id.optional(),
	officeId: id.optional(),
	paid: several(paidState).optional(),
	/** A part of a client's name, e-mail address or phone number. */
	search: z.string().trim().max(120).optional(),
};
const filterSchema = z.object(filter);
export type ActivityFilter = z.output<typeof filterSchema>;

const inOrder = ({ from, to }: Pick<ActivityFilter, 'from' | 'to'>) =>
	from === undefined || to === undefined || from <= to;
const outOfOrder = { path: ['to'], message: 'The end comes before the start.' };

/** Visits of the clinic, a professional's own, newest first, 50 at a time. */
export const listActivities = route({
	method: 'GET',
	path: '/api/activities',
	access: 'member',
	query: z.object({ ...filter, cursor: cursor.optional() }).refine(inOrder, outOfOrder),
	response: z.object({
		activities: z.array(activity),
		/** How many there are in all. */
		total: z.number().int(),
		/** For the page after this one; null on the last. */
		next: cursor.nullable(),
	}),
});

/** All of them as a CSV file (RFC 4180, UTF-8 with a byte order mark), in the viewer's language and zone. */
export const exportActivities = route({
	method: 'GET',
	path: '/api/activities.csv',
	access: 'member',
	query: filterSchema.refine(inOrder, outOfOrder),
	response: z.string(),
});

/** Whose visits the viewer sees, by name. */
export const listActivityProfessionals = route({
	method: 'GET',
	path: '/api/activities/professionals',
	access: 'member',
	response: z.object({ professionals: z.array(z.object({ id, name })) }),
});
