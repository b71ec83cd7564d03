import { z } from 'zod';

/** What can be confirmed, and is then saved all the same. */
export const confirmable = z.enum(['OUTSIDE_OFFICE_HOURS', 'OUTSIDE_HOURS', 'PAST']);
export type Confirmable = z.infer<typeof confirmable>;

/**
 * Something that is in the way of a wanted time.
 * - `OUTSIDE_OFFICE_HOURS`: the professional works then, but at another office; `OUTSIDE_HOURS`: nowhere
 * - `PAST`: it began more than ten minutes ago
 * - `VISIT`: another visit of the professional; `CLIENT_VISIT`: another one of a client
 * - `BLOCK`: time that the professional keeps free; `RESOURCE`: a room or a device in use
 */
export const conflict = z.object({
	kind: z.enum([...confirmable.options, 'VISIT', 'CLIENT_VISIT', 'BLOCK', 'RESOURCE']),
	/** The start that was wanted: of a series, which one. */
	wantedAt: z.iso.datetime(),
	/** When that which is in the way takes place; the wanted time where nothing does. */
	startsAt: z.iso.datetime(),
	endsAt: z.iso.datetime(),
	/** Whom the visit is for, the block's title, the resource or the office by name; else empty. */
	name: z.string(),
	/** The visit in the way, or the one that has the resource. */
	appointmentId: z.uuid().nullable(),
});
export type Conflict = z.infer<typeof conflict>;
