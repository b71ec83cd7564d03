import { z } from 'zod';
import { route } from './route.ts';
import { id, name } from './scalars.ts';

/** A room or a device that visits take: two never have it at one time. Clients never hear of it. */
export const resource = z.object({
	id,
	name,
	kind: z.enum(['ROOM', 'EQUIPMENT']),
	/** Where it is; null for what can be taken along. */
	officeId: id.nullable(),
});
export type Resource = z.infer<typeof resource>;

/** The clinic's, by name, without those that were put away. */
export const listResources = route({
	method: 'GET',
	path: '/api/resources',
	access: 'member',
	response: z.object({ resources: z.array(resource) }),
});

/** For managers. */
export const createResource = route({
	method: 'POST',
	path: '/api/resources',
	access: 'member',
	body: resource.omit({ id: true }),
	response: resource,
});

/** For managers. */
export const changeResource = route({
	method: 'PATCH',
	path: '/api/resources/:resourceId',
	access: 'member',
	params: z.object({ resourceId: id }),
	body: resource.omit({ id: true }),
	response: resource,
});

/** For managers. Visits that have it keep it; no new one can take it. */
export const archiveResource = route({
	method: 'DELETE',
	path: '/api/resources/:resourceId',
	access: 'member',
	params: z.object({ resourceId: id }),
	response: resource,
});
