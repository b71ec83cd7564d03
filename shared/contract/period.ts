import { z } from 'zod';
import { instant } from './scalars.ts';

/** A query for what touches `from … to`, at most 62 days apart. */
export const period = z
	.object({ from: instant, to: instant })
	.refine((q) => Date.parse(q.from) < Date.parse(q.to), { path: ['to'], message: 'The end comes before the start.' })
	.refine((q) => Date.parse(q.to) - Date.parse(q.from) <= 62 * 86_400_000, {
		path: ['to'],
		message: 'At most 62 days at a time.',
	});
