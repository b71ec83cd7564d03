import { z } from 'zod';
import { instant } from './scalars.ts';

/** No series is longer; each of its occurrences is written when it is made. */
export const mostOccurrences = 200;

/** How a visit or a block repeats, on the wall clock of the professional. It begins with the first one's own start. */
export const recurrence = z.object({
	/** By weekday is as `every second Tuesday`, counted as the first one stands in its month; its fifth is the last. */
	frequency: z.enum(['WEEKLY', 'MONTHLY_BY_DATE', 'MONTHLY_BY_WEEKDAY']),
	/** Every so many weeks or months. */
	interval: z.number().int().min(1).max(52),
	/** Of a weekly one, ISO: Monday is 1, Sunday is 7. That of the first one is always among them. */
	weekdays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
	/** How many in all, the ones left out included, or the last date that can have one. */
	end: z.union([
		z.strictObject({ count: z.number().int().min(2).max(mostOccurrences) }),
		z.strictObject({ until: z.iso.date() }),
	]),
	/** Starts of occurrences that are not wanted. */
	leaveOut: z.array(instant).max(mostOccurrences).optional(),
});
export type Recurrence = z.infer<typeof recurrence>;

/** How much of a series a change means. Of what is not in a series each means the same. */
export const scope = z.enum(['this', 'following', 'all']);
export type Scope = z.infer<typeof scope>;
