import { z } from 'zod';
import { office, service } from './appointments.ts';
import { route } from './route.ts';
import { email, id, instant, locale, name, nothing, phone, timeZone } from './scalars.ts';

/** The last part of a professional's public address, `/book/<slug>`. */
export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'Small letters, digits and hyphens.');

/** Named by the tab that holds it, at random: whoever knows it can let it go. */
const holdId = id;

/** Start times that can be booked, by date on the professional's clock. */
const freeTimes = z.object({
	serviceId: id,
	officeId: id,
	days: z.array(z.object({ date: z.iso.date(), startTimes: z.array(instant) })),
	/** The first date after these that can still be booked; null where the bookable period ends. */
	next: z.iso.date().nullable(),
});
export type BookableTimes = z.infer<typeof freeTimes>;

const bookableService = service
	.pick({ id: true, name: true, durationMinutes: true, amountMinor: true, currency: true, capacity: true })
	.extend({ officeIds: z.array(id) });

const bookingPage = z.object({
	slug,
	professionalName: name,
	headline: z.string(),
	about: z.string(),
	clinicName: name,
	/** The professional's. */
	timeZone: z.string(),
	/** Until how long before the visit cancelling is free of charge. */
	freeCancelHours: z.number().int().nonnegative(),
	terms: z.object({ version: z.string(), text: z.string() }),
	/**
	 * Each is offered in at least one of the offices; one with a `capacity` of more than one is a group, which has planned
	 * dates (`listGroupDates`) in place of free times.
	 */
	services: z.array(bookableService),
	offices: z.array(office),
	/** Of the first service that is no group in its first office, so that the page shows times without asking again. */
	free: freeTimes.nullable(),
});
export type BookingPage = z.infer<typeof bookingPage>;

export const bySlug = z.object({ slug });
const what = z.object({ serviceId: id, officeId: id });

/** A professional's public page. Errors: `NOT_FOUND` for one that is not published. */
export const getBookingPage = route({
	method: 'GET',
	path: '/api/book/:slug',
	access: 'public',
	params: bySlug,
	response: bookingPage,
});

/**
 * Free times of `days` dates from `from` on the professional's clock; without `from`, from the first date that has one.
 * `holdId`: what this tab holds itself is not in its way. Errors: `NOT_FOUND`, `NOT_OFFERED`.
 */
export const listBookableTimes = route({
	method: 'GET',
	path: '/api/book/:slug/free-times',
	access: 'public',
	params: bySlug,
	query: what.extend({
		from: z.iso.date().optional(),
		days: z.coerce.number().int().min(1).max(31).default(14),
		holdId: holdId.optional(),
	}),
	response: freeTimes,
});

/**
 * Keeps a time from being offered to other visitors while the form is filled in, instead of the one that this tab held
 * before. Errors: `NOT_OFFERED`, `TIME_NOT_FREE` with times that are.
 */
export const holdTime = route({
	method: 'POST',
	path: '/api/book/:slug/holds',
	access: 'public',
	params: bySlug,
	body: what.extend({ holdId, startsAt: instant }),
	response: z.object({ expiresAt: instant }),
});

export const releaseTime = route({
	method: 'DELETE',
	path: '/api/book/:slug/holds/:holdId',
	access: 'public',
	params: bySlug.extend({ holdId }),
	response: nothing,
});

/** Who books, and what they agree to. */
export const visitor = z.object({
	name,
	email,
	phone,
	/** The version of the clinic's terms. */
	acceptedTerms: z.string().max(40),
	/** On the client's clock the confirmation writes the time. */
	timeZone,
	locale,
});

export const bookedVisit = z.object({
	startsAt: instant,
	endsAt: instant,
	service: z.object({ name }),
	office: office.omit({ id: true }),
	calendarFile: z.object({ filename: z.string(), contentType: z.string(), content: z.string() }),
});
export type BookedByClient = z.infer<typeof bookedVisit>;

/**
 * Books a time; it is confirmed at once, and both are told by e-mail. The client is the one with this e-mail address in
 * the clinic's records, or a new one.
 * Errors: `NOT_FOUND`, `NOT_OFFERED`; `TERMS_REQUIRED` for terms that are not the current ones; `OWN_VISIT` when the
 * client has a visit at that time; `TIME_NOT_FREE`, with times that are, also when somebody was quicker.
 */
export const bookAsClient = route({
	method: 'POST',
	path: '/api/book/:slug/visits',
	access: 'public',
	params: bySlug,
	body: what.extend({ startsAt: instant, ...visitor.shape, holdId }),
	response: bookedVisit,
});
