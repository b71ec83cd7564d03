import { z } from 'zod';
import { route } from './route.ts';
import { email, id, instant, locale, name, phone } from './scalars.ts';

/** A client's record, as the workstation's lists and heads show it. */
export const client = z.object({
	id,
	name,
	email: email.nullable(),
	phone: phone.nullable(),
	locale,
	createdAt: instant,
	nextVisitAt: instant.nullable(),
});
export type Client = z.infer<typeof client>;

/** A person who is not in the records yet. */
export const newClient = z.object({ name, email, phone: phone.optional(), locale: locale.optional() });
export type NewClient = z.infer<typeof newClient>;

export const listClients = route({
	method: 'GET',
	path: '/api/clients',
	access: 'member',
	query: z.object({ search: z.string().trim().max(120).optional() }),
	response: z.object({ clients: z.array(client) }),
});

export const getClient = route({
	method: 'GET',
	path: '/api/clients/:clientId',
	access: 'member',
	params: z.object({ clientId: id }),
	response: client,
});

export const createClient = route({
	method: 'POST',
	path: '/api/clients',
	access: 'member',
	body: newClient,
	response: client,
});
