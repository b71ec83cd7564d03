import { z } from 'zod';
import { service } from './appointments.ts';
import { route } from './route.ts';
import { currency, id } from './scalars.ts';

const serviceFields = service.omit({ id: true }).extend({
	currency,
	officeIds: z
		.array(id)
		.min(1)
		.refine((ids) => new Set(ids).size === ids.length, 'Each office once.'),
});
export type ServiceFields = z.infer<typeof serviceFields>;

/** For managers. Errors: `FORBIDDEN`; `NOT_FOUND` for an office that is not the clinic's. */
export const createService = route({
	method: 'POST',
	path: '/api/services',
	access: 'member',
	body: serviceFields,
	response: service,
});

/**
 * For managers. Another length or price concerns new visits only. Where there is room for more clients, those who wait
 * for a place move up. Errors: as of `createService`; `GROUP_FULL` where more clients than that come to a planned visit.
 */
export const changeService = route({
	method: 'PATCH',
	path: '/api/services/:serviceId',
	access: 'member',
	params: z.object({ serviceId: id }),
	body: serviceFields,
	response: service,
});

/** For managers: visits that have it keep it, no new one can have it. Errors: `FORBIDDEN`, `NOT_FOUND`. */
export const archiveService = route({
	method: 'DELETE',
	path: '/api/services/:serviceId',
	access: 'member',
	params: z.object({ serviceId: id }),
	response: service,
});
