import { z } from 'zod';

/** Several values of one parameter: `PLANNED,DONE`. */
export const several = <T extends z.ZodType<string, string>>(value: T) =>
	z
		.string()
		.transform((text) => text.split(','))
		.pipe(z.array(value).max(10));

/** A day of a filter: not so long ago that calendars disagree. */
export const filterDate = z.iso.date().refine((day) => day >= '1900-01-01', 'Too long ago.');

/** The instant by which a list is ordered of the last row that was read, in milliseconds since 1970, and its id. */
export const cursor = z.string().regex(/^-?\d{1,14}_[0-9a-f-]{36}$/, 'Not a cursor.');
