import { z } from 'zod';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const empty = z.object({});

/**
 * Who may call a route. `public`: anybody. `member`: somebody signed in to the workstation (cookie).
 * `attendee`: whoever holds a visit's join link, sent as `Authorization: Bearer <join token>`. `client`: whoever holds the
 * link to a client's own page, `waiting`: whoever holds the one to a place on a waiting list, likewise. `payer`: whoever
 * holds a join link, or a link to one payment.
 */
export type Access = 'public' | 'member' | 'attendee' | 'client' | 'waiting' | 'payer';

export interface Route<
	P extends z.ZodType = z.ZodType,
	Q extends z.ZodType = z.ZodType,
	B extends z.ZodType = z.ZodType,
	R extends z.ZodType = z.ZodType,
> {
	readonly method: Method;
	/** Express style, below the origin: `/api/clients/:clientId`. */
	readonly path: string;
	readonly access: Access;
	readonly params: P;
	readonly query: Q;
	readonly body: B;
	readonly response: R;
}

type Empty = typeof empty;

/** Declares one REST route; server and client both parse what this says, in both directions. */
export const route = <
	R extends z.ZodType,
	P extends z.ZodType = Empty,
	Q extends z.ZodType = Empty,
	B extends z.ZodType = Empty,
>(
	definition: Pick<Route, 'method' | 'path' | 'access'> & { response: R; params?: P; query?: Q; body?: B },
): Route<P, Q, B, R> => ({
	method: definition.method,
	path: definition.path,
	access: definition.access,
	params: (definition.params ?? empty) as P,
	query: (definition.query ?? empty) as Q,
	body: (definition.body ?? empty) as B,
	response: definition.response,
});

/** What a handler receives, parsed. */
export type RequestOf<T extends Route> = {
	params: z.output<T['params']>;
	query: z.output<T['query']>;
	body: z.output<T['body']>;
};
/** What a caller gives. Parts that need nothing can be left out. */
export type InputOf<T extends Route> = Part<'params', T['params']> &
	Part<'query', T['query']> &
	Part<'body', T['body']>;
export type ResponseOf<T extends Route> = z.output<T['response']>;

// zod types the input of an object without fields as `Record<string, never>`.
type Part<K extends string, S extends z.ZodType> = string extends keyof z.input<S>
	? { [_ in K]?: never }
	: object extends z.input<S>
		? { [_ in K]?: z.input<S> }
		: { [_ in K]: z.input<S> };
