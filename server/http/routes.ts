import type { Request, Response, Router } from 'express';
import type { Access, RequestOf, ResponseOf, Route } from '../../shared/contract/route.ts';
import { SamtalError } from '../../shared/contract/errors.ts';
import { parse, success } from '../../shared/contract/result.ts';
import type { Actor, AttendeeActor, ClientActor, Doorkeeper } from './actors.ts';

export interface Http {
	request: Request;
	response: Response;
}

type Handler<T extends Route, Who extends unknown[]> = (
	input: RequestOf<T>,
	...who: Who
) => Promise<ResponseOf<T>> | ResponseOf<T>;

/** Serves routes of the contract, each with the handler that its access asks for. */
export interface Routes {
	public<T extends Route>(route: T, handler: Handler<T, [Http]>): void;
	member<T extends Route>(route: T, handler: Handler<T, [Actor, Http]>): void;
	attendee<T extends Route>(route: T, handler: Handler<T, [AttendeeActor, Http]>): void;
	client<T extends Route>(route: T, handler: Handler<T, [ClientActor, Http]>): void;
}

/**
 * Binds contract routes to `router`. A request is let in by `doorkeeper`, its params, query and body are parsed,
 * the handler answers, and the answer is parsed as well, so that nothing leaves that the contract does not name.
 * What is thrown goes to `errorHandler`.
 */
export function createRoutes(router: Router, doorkeeper: Doorkeeper): Routes {
	function serve<T extends Route, Who extends unknown[]>(
		route: T,
		access: Access,
		identify: (http: Http) => Promise<Who>,
		handler: Handler<T, Who>,
	): void {
		if (route.access !== access) throw new Error(`${route.method} ${route.path} is declared as ${route.access}`);
		const verb = route.method.toLowerCase() as Lowercase<Route['method']>;
		router[verb](route.path, async (request, response) => {
			const who = await identify({ request, response });
			const input = {
				params: parse(route.params, request.params, 'params'),
				query: parse(route.query, request.query, 'query'),
				body: parse(route.body, request.body ?? {}, 'body'),
			} as RequestOf<T>;
			const data = await handler(input, ...who);
			response.set('Cache-Control', 'no-store').json(success(route.response.parse(data)));
		});
	}

	return {
		public: (route, handler) => serve(route, 'public', async (http): Promise<[Http]> => [http], handler),
		member: (route, handler) =>
			serve(
				route,
				'member',
				async (http): Promise<[Actor, Http]> => [await doorkeeper.authenticate(http.request), http],
				handler,
			),
		attendee: (route, handler) =>
			serve(
				route,
				'attendee',
				async (http): Promise<[AttendeeActor, Http]> => [
					await doorkeeper.openJoinLink(bearerToken(http.request)),
					http,
				],
				handler,
			),
		client: (route, handler) =>
			serve(
				route,
				'client',
				async (http): Promise<[ClientActor, Http]> => [doorkeeper.openOwnPage(bearerToken(http.request)), http],
				handler,
			),
	};
}

function bearerToken(request: Request): string {
	const [scheme, token] = (request.get('authorization') ?? '').split(' ');
	if (scheme !== 'Bearer' || !token) throw new SamtalError('LINK_INVALID');
	return token;
}
