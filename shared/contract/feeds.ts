import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, name, nothing } from './scalars.ts';

/** How much of clients' names the feed shows: whole, initials, or not at all. */
const feedNames = z.enum(['FULL', 'INITIALS', 'NONE']);
export type FeedNames = z.infer<typeof feedNames>;

const externalCalendar = z.object({
	id,
	name,
	/** All that is shown of its address: whoever knows the whole reads the calendar. */
	host: z.string(),
	/** When it was last tried, and what was wrong then; null when it worked. */
	checkedAt: instant,
	error: z.enum(['CALENDAR_ADDRESS', 'CALENDAR_UNREACHABLE', 'CALENDAR_MALFORMED', 'CALENDAR_TOO_LARGE']).nullable(),
	/** Busy times that it holds from today on. */
	busyTimes: z.number().int(),
});
export type ExternalCalendar = z.infer<typeof externalCalendar>;

const calendars = z.object({
	/** Null while there is no address. The address itself is not known to Samtal. */
	feed: z.object({ names: feedNames, since: instant }).nullable(),
	external: z.array(externalCalendar),
});
export type Calendars = z.infer<typeof calendars>;

/** One's own; as are all of these. */
export const getCalendars = route({ method: 'GET', path: '/api/calendars', access: 'member', response: calendars });

/** Makes a new address, told this once; the one before ends. */
export const renewFeed = route({
	method: 'POST',
	path: '/api/calendars/feed',
	access: 'member',
	body: z.object({ names: feedNames }),
	response: z.object({ address: z.url() }),
});

export const changeFeed = route({
	method: 'PATCH',
	path: '/api/calendars/feed',
	access: 'member',
	body: z.object({ names: feedNames }),
	response: nothing,
});

export const endFeed = route({ method: 'DELETE', path: '/api/calendars/feed', access: 'member', response: nothing });

/**
 * Reads it at once. What cannot be read is not added: `CALENDAR_ADDRESS`, `CALENDAR_UNREACHABLE`, `CALENDAR_MALFORMED`,
 * `CALENDAR_TOO_LARGE`; `CALENDAR_LIMIT` for the eleventh.
 */
export const addExternalCalendar = route({
	method: 'POST',
	path: '/api/calendars/external',
	access: 'member',
	body: z.object({ name, address: z.string().trim().min(1).max(2_000) }),
	response: externalCalendar,
});

/** Reads it now; what is wrong is in the answer. */
export const readExternalCalendar = route({
	method: 'POST',
	path: '/api/calendars/external/:calendarId/read',
	access: 'member',
	params: z.object({ calendarId: id }),
	response: externalCalendar,
});

export const removeExternalCalendar = route({
	method: 'DELETE',
	path: '/api/calendars/external/:calendarId',
	access: 'member',
	params: z.object({ calendarId: id }),
	response: nothing,
});
