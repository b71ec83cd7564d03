import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import type { Access, RequestOf, ResponseOf, Route } from '../../shared/contract/route.ts';
import { SamtalError } from '../../shared/contract/errors.ts';
import { parse, success } from '../../shared/contract/result.ts';
import type { Actor, AttendeeActor, ClientActor, Doorkeeper, PayerActor, WaitingActor } from './actors.ts';

export interface Http {
	request: Request;
	response: Response;
}

/** A file to save, sent as it is made. */
export interface Download {
	filename: string;
	/** With its character set. */
	contentType: string;
	content: Readable;
}

type Handler<T extends Route, Who extends unknown[], Answer = ResponseOf<T>> = (
	input: RequestOf<T>,
	...who: Who
) => Promise<Answer> | Answer;

/** Serves routes of the contract, each with the handler that its access asks for. */
export interface Routes {
	public<T extends Route>(route: T, handler: Handler<T, [Http]>): void;
	member<T extends Route>(route: T, handler: Handler<T, [Actor, Http]>): void;
	/** Answers with a file in place of the envelope; with the envelope when it fails before the first byte. */
	memberFile<T extends Route>(route: T, handler: Handler<T, [Actor, Http], Download>): void;
	attendee<T extends Route>(route: T, handler: Handler<T, [AttendeeActor, Http]>): void;
	client<T extends Route>(route: T, handler: Handler<T, [ClientActor, Http]>): void;
	waiting<T extends Route>(route: T, handler: Handler<T, [WaitingActor, Http]>): void;
	payer<T extends Route>(route: T, handler: Handler<T, [PayerActor, Http]>): void;
}

/**
 * Binds contract routes to `router`. A request is let in by `doorkeeper`, its params, query and body are parsed,
 * the handler answers, and the answer is parsed as well, so that nothing leaves that the contract does not name.
 * What is thrown goes to `errorHandler`.
 */
export function createRoutes(router: Router, doorkeeper: Doorkeeper): Routes {
	function serve<T extends Route, Who extends unknown[], Answer>(
		route: T,
		access: Access,
		identify: (http: Http) => Promise<Who>,
		handler: Handler<T, Who, Answer>,
		send: (response: Response, answer: Answer) => unknown = (response, answer) =>
			response.json(success(route.response.parse(answer))),
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
			const answer = await handler(input, ...who);
			response.set('Cache-Control', 'no-store');
			await send(response, answer);
		});
	}

	const identifyMember = async (http: Http): Promise<[Actor, Http]> => [
		await doorkeeper.authenticate(http.request),
		http,
	];
	return {
		public: (route, handler) => serve(route, 'public', async (http): Promise<[Http]> => [http], handler),
		member: (route, handler) => serve(route, 'member', identifyMember, handler),
		memberFile: (route, handler) => serve(route, 'member', identifyMember, handler, sendFile),
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
		waiting: (route, handler) =>
			serve(
				route,
				'waiting',
				async (http): Promise<[WaitingActor, Http]> => [doorkeeper.openWaitingLink(bearerToken(http.request)), http],
				handler,
			),
		payer: (route, handler) =>
			serve(
				route,
				'payer',
				async (http): Promise<[PayerActor, Http]> => [await doorkeeper.openPayer(bearerToken(http.request)), http],
				handler,
			),
	};
}

async function sendFile(response: Response, { filename, contentType, content }: Download): Promise<void> {
	response.attachment(filename).set('Content-Type', contentType);
	try {
		await pipeline(content, response);
	} catch (error) {
		// The browser went away: nobody waits for the rest.
		if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
		throw error;
	}
}

function bearerToken(request: Request): string {
	const [scheme, token] = (request.get('authorization') ?? '').split(' ');
	if (scheme !== 'Bearer' || !token) throw new SamtalError('LINK_INVALID');
	return token;
}
