import { z } from 'zod';
import { route } from './route.ts';
import { amountMinor, instant, locale, money, name } from './scalars.ts';

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
	/** What cancelling costs after `freeUntil`, less what was paid already; null where the clinic would ask for nothing. */
	lateFee: money.nullable(),
	/** False once it began, and for guests: then the clinic must be asked. Of a group one's own place alone. */
	canCancel: z.boolean(),
	/** Nor is a group moved by one of its clients. */
	canMove: z.boolean(),
});
export type OwnVisit = z.infer<typeof ownVisit>;

/** Reads and changes nothing, so that mail scanners do no harm. Errors: `LINK_INVALID`, `LINK_EXPIRED`, `VISIT_CANCELLED`. */
export const getOwnVisit = route({ method: 'GET', path: '/api/own-visit', access: 'attendee', response: ownVisit });

/**
 * Both are told by e-mail; answers with the fee for which the client was asked. In a group the others still meet.
 * Errors: those of `getOwnVisit`, `VISIT_BEGAN`, `FORBIDDEN` for a guest, `FEE_CHANGED` when it costs more than the client knows.
 */
export const cancelOwnVisit = route({
	method: 'POST',
	path: '/api/own-visit/cancel',
	access: 'attendee',
	body: z.object({
		/** What it costs now, as the client was told: nothing without it. */
		feeMinor: amountMinor.default(0),
	}),
	response: z.object({ fee: money.nullable() }),
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
