import { z } from 'zod';
import { route } from './route.ts';
import { currency, id, name } from './scalars.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** In minor units. */
const amountMinor = z.int();

/** What one clinic took by card for another in a month, and pays it on the first of the next. */
const statement = z.object({
	/** For which it was taken. */
	clinic: z.object({ id, name }),
	/** Whose account took it. */
	collector: z.object({ id, name }),
	month,
	/** Whether the month is over: until then more may come. */
	isOver: z.boolean(),
	currency,
	/** With what went back taken off. */
	collectedMinor: amountMinor,
	/** Less than nothing where more went back than came in the months before. */
	carriedMinor: amountMinor,
	payableMinor: amountMinor.min(0),
	payableOn: z.iso.date(),
});
export type Statement = z.infer<typeof statement>;

/** For managers of either clinic: newest first. Errors: `FORBIDDEN`. */
export const listStatements = route({
	method: 'GET',
	path: '/api/statements',
	access: 'member',
	response: z.object({ statements: z.array(statement) }),
});

/** For managers of either clinic: one statement with each payment, as a PDF. Errors: `FORBIDDEN`, `NOT_FOUND`. */
export const statementPaper = route({
	method: 'GET',
	path: '/api/statements/:clinicId/:collectorId/:month/:currency/paper',
	access: 'member',
	params: z.object({ clinicId: id, collectorId: id, month, currency }),
	response: z.string(),
});
