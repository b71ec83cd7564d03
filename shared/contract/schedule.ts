import { z } from 'zod';
import { stepsInMinutes } from '../domain/bookingRules.ts';
import { slug } from './booking.ts';
import { route } from './route.ts';
import { id } from './scalars.ts';

/** Minutes after midnight on the professional's clock. */
const hours = z
	.object({ startMinute: z.number().int().min(0).max(1_439), endMinute: z.number().int().min(1).max(1_440) })
	.refine((each) => each.startMinute < each.endMinute, {
		path: ['endMinute'],
		message: 'The end comes before the start.',
	});

const weeklyOpening = z.intersection(z.object({ officeId: id, weekday: z.number().int().min(1).max(7) }), hours);
/** One date at one office, instead of the weekly hours; no hours are a closed day. */
const exception = z.object({ officeId: id, date: z.iso.date(), hours: z.array(hours).max(10) });

const openingHours = z.object({
	weekly: z.array(weeklyOpening).max(200),
	exceptions: z
		.array(exception)
		.max(200)
		.refine((all) => new Set(all.map(({ officeId, date }) => `${officeId} ${date}`)).size === all.length, {
			message: 'A date comes twice.',
		}),
});
export type OpeningHours = z.infer<typeof openingHours>;

/** How clients may book, and what the public page says. */
const publicPage = z.object({
	slug,
	published: z.boolean(),
	headline: z.string().trim().max(120),
	about: z.string().trim().max(4_000),
	stepMinutes: z.literal(stepsInMinutes),
	noticeMinutes: z
		.number()
		.int()
		.min(0)
		.max(60 * 24 * 60),
	horizonDays: z.number().int().min(1).max(730),
	bufferBeforeMinutes: z.number().int().min(0).max(240),
	bufferAfterMinutes: z.number().int().min(0).max(240),
	freeCancelHours: z
		.number()
		.int()
		.min(0)
		.max(24 * 60),
});
export type PublicPage = z.infer<typeof publicPage>;

/** The signed-in professional's own. A page that was never set has the rules of everybody and no address. */
export const getSchedule = route({
	method: 'GET',
	path: '/api/schedule',
	access: 'member',
	response: z.object({
		hours: openingHours,
		page: publicPage.extend({ slug: slug.nullable() }),
		/** The public address without its last part. */
		origin: z.url(),
	}),
});

/** Takes the place of all opening hours and exceptions from today on. Errors: `NOT_FOUND` for an office of another clinic. */
export const saveOpeningHours = route({
	method: 'PATCH',
	path: '/api/schedule/hours',
	access: 'member',
	body: openingHours,
	response: openingHours,
});

/** Errors: `CONFLICT` when another professional has this address. */
export const savePublicPage = route({
	method: 'PATCH',
	path: '/api/schedule/page',
	access: 'member',
	body: publicPage,
	response: publicPage,
});
