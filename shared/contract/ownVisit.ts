import { z } from 'zod';
import { route } from './route.ts';
import { instant, locale, name, nothing } from './scalars.ts';

/** A booked visit as its client sees it, to cancel or to move it. */
export const ownVisit = z.object({
	startsAt: instant,
	endsAt: instant,
	clinic: z.object({ name, timeZone: z.string(), locale }),
	professionalName: name,
	serviceName: name,
	office: z.object({ name, kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	/** Until when cancelling is free of charge by the professional's rule; null where there is none. */
	freeUntil: instant.nullable(),
	/** Whether it is free now. */
	isFree: z.boolean(),
	/** False once it began, and for guests: then the clinic must be asked. Of a group one's own place alone. */
	canCancel: z.boolean(),
	/** Nor is a group moved by one of its clients. */
	canMove: z.boolean(),
});
export type OwnVisit = z.infer<typeof ownVisit>;

/** Reads and changes nothing, so that mail scanners do no harm. Errors: `LINK_INVALID`, `LINK_EXPIRED`, `VISIT_CANCELLED`. */
export const getOwnVisit = route({ method: 'GET', path: '/api/own-visit', access: 'attendee', response: ownVisit });

/** Both are told by e-mail. Errors: those of `getOwnVisit`, `VISIT_BEGAN`, `FORBIDDEN` for a guest. In a group the others still meet. */
export const cancelOwnVisit = route({
	method: 'POST',
	path: '/api/own-visit/cancel',
	access: 'attendee',
	response: nothing,
});

/** Where the visit can be moved to: the professional's free times, `days` days from `from` in the clinic's zone. */
export const listOwnFreeTimes = route({
	method: 'GET',
	path: '/api/own-visit/free-times',
	access: 'attendee',
	query: z.object({ from: z.iso.date(), days: z.coerce.number().int().min(1).max(31) }),
	response: z.object({
		timeZone: z.string(),
		days: z.array(z.object({ date: z.iso.date(), startTimes: z.array(instant) })),
	}),
});

/** Both are told by e-mail. Errors: as of `cancelOwnVisit`, `FORBIDDEN` in a group too, and `SLOT_TAKEN` where the time is not free any more. */
export const moveOwnVisit = route({
	method: 'POST',
	path: '/api/own-visit/move',
	access: 'attendee',
	body: z.object({ startsAt: instant }),
	response: ownVisit,
});
