import { z } from 'zod';
import { filterDate } from './listing.ts';
import { paymentFilter } from './paymentList.ts';
import { route } from './route.ts';
import { currency, id } from './scalars.ts';

/** What narrows the takings; days are on the viewer's clock, the last one included. */
const query = z
	.object({
		from: filterDate,
		to: filterDate,
		...paymentFilter,
		serviceId: id.optional(),
	})
	.refine(({ from, to }) => from <= to, { path: ['to'], message: 'The end comes before the start.' });
export type TakingsFilter = z.output<typeof query>;

/** In minor units. */
const amountMinor = z.number().int();

/** What came in less what went back, of one currency. */
const takings = z.object({
	currency,
	amountMinor,
	/** How many payments. */
	payments: z.number().int(),
	/** Days with takings, in their order. */
	byDay: z.array(z.object({ date: z.iso.date(), amountMinor })),
	/** The largest first; null stands for payments without a visit. */
	byService: z.array(z.object({ id: id.nullable(), name: z.string().nullable(), amountMinor })),
	byProfessional: z.array(z.object({ id: id.nullable(), name: z.string().nullable(), amountMinor })),
});
export type Takings = z.infer<typeof takings>;

/** What the clinic received in a period, by the day on which it came; a professional: for their own visits. */
export const readTakings = route({
	method: 'GET',
	path: '/api/takings',
	access: 'member',
	query,
	/** One for each currency that occurs. */
	response: z.object({ takings: z.array(takings) }),
});

/** Each payment of them as a line of a CSV file (RFC 4180, UTF-8 with a byte order mark), in the viewer's language. */
export const exportTakings = route({
	method: 'GET',
	path: '/api/takings.csv',
	access: 'member',
	query,
	response: z.string(),
});
