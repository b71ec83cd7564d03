import { z } from 'zod';
import { visitPreview } from './appointments.ts';
import { recurrence, scope } from './recurrence.ts';
import { period } from './period.ts';
import { route } from './route.ts';
import { id, instant, name, nothing } from './scalars.ts';

/** Time that a professional keeps free of visits: holiday, lunch, out of office. Clients see it as taken. */
export const block = z.object({
	id,
	startsAt: instant,
	endsAt: instant,
	title: z.string(),
	professional: z.object({ id, name }),
	seriesId: id.nullable(),
});
export type Block = z.infer<typeof block>;

const title = z.string().trim().max(120);
const inOrder = { path: ['endsAt'], message: 'The end comes before the start.' };

const newBlock = z
	.object({ startsAt: instant, endsAt: instant, title, recurrence: recurrence.optional() })
	.refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), inOrder)
	.refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= 366 * 86_400_000, {
		path: ['endsAt'],
		message: 'At most a year.',
	});

/** Blocks that touch `from … to`, at most 62 days apart: the viewer's own, a manager's whole clinic. */
export const listBlocks = route({
	method: 'GET',
	path: '/api/blocks',
	access: 'member',
	query: period,
	response: z.object({ blocks: z.array(block) }),
});

/** Blocks time of the signed-in professional, beside the visits that are in it already. Errors: `SERIES_TOO_LONG`, `SERIES_EMPTY`. */
export const createBlock = route({
	method: 'POST',
	path: '/api/blocks',
	access: 'member',
	body: newBlock,
	response: z.object({ blocks: z.array(block) }),
});

/** What `createBlock` would block, and the visits that are in it already; writes nothing. */
export const previewNewBlock = route({
	method: 'POST',
	path: '/api/blocks/preview',
	access: 'member',
	body: newBlock,
	response: visitPreview,
});

/**
 * Moves, resizes or renames a block; of a repeated one also those after it, or all that have not begun: they move by as
 * much on the wall clock and become as long, except those that were moved by themselves. Answers with the named one.
 */
export const changeBlock = route({
	method: 'PATCH',
	path: '/api/blocks/:blockId',
	access: 'member',
	params: z.object({ blockId: id }),
	body: z
		.object({ startsAt: instant, endsAt: instant, title, scope: scope.optional() })
		.refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), inOrder),
	response: block,
});

/** Of a repeated one this alone, this and all after it, or all. */
export const deleteBlock = route({
	method: 'DELETE',
	path: '/api/blocks/:blockId',
	access: 'member',
	params: z.object({ blockId: id }),
	query: z.object({ scope: scope.default('this') }),
	response: nothing,
});
