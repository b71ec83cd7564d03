import { refresh } from '../../shared/contract/session.ts';
import { SamtalError } from '../../shared/contract/errors.ts';
import { resultSchema } from '../../shared/contract/result.ts';
import type { InputOf, ResponseOf, Route } from '../../shared/contract/route.ts';
import { z } from 'zod';

const timeoutMs = 15_000;

interface Options {
	signal?: AbortSignal;
}
type Arguments<T extends Route> =
	Record<never, never> extends InputOf<T>
		? [input?: InputOf<T>, options?: Options]
		: [input: InputOf<T>, options?: Options];

export interface Api {
	/**
	 * Calls one route of the contract and answers with its parsed response.
	 * @throws SamtalError whatever the server answered; `NETWORK` or `TIMEOUT` when it did not.
	 */
	call<T extends Route>(route: T, ...args: Arguments<T>): Promise<ResponseOf<T>>;
}

interface ApiOptions {
	fetch: typeof fetch;
	/** The whole `Authorization` header, for attendees (`Bearer <join token>`). Members have a cookie. */
	authorization?: string;
}

/** The REST client of both pages. For members it renews an expired session once, however many calls wait for it. */
export function createApi({ fetch, authorization }: ApiOptions): Api {
	let renewing: Promise<unknown> | undefined;

	const send = async (route: Route, input: Input, options: Options) => {
		const response = await reach(() =>
			fetch(urlOf(route, input), {
				method: route.method,
				headers: headersOf(route, authorization),
				signal: signalOf(options),
				...(route.method !== 'GET' && { body: JSON.stringify(input.body ?? {}) }),
			}),
		);
		return readResult(route.response, response);
	};

	const renew = () => (renewing ??= send(refresh, {}, {}).finally(() => (renewing = undefined)));

	return {
		async call<T extends Route>(route: T, ...[input, options]: Arguments<T>) {
			const attempt = () => send(route, input ?? {}, options ?? {}) as Promise<ResponseOf<T>>;
			try {
				return await attempt();
			} catch (error) {
				if (route.access !== 'member' || !isSamtalError(error, 'UNAUTHENTICATED')) throw error;
				await renew();
				return attempt();
			}
		},
	};
}

/** Whether this is Samtal's own error, with this code when one is given. */
export const isSamtalError = (error: unknown, code?: SamtalError['code']): error is SamtalError =>
	error instanceof SamtalError && (code === undefined || error.code === code);

/** Whether nobody answered, or only to say so: a moment later somebody may. */
export const isUnreachable = (error: unknown): boolean =>
	isSamtalError(error, 'NETWORK') || isSamtalError(error, 'TIMEOUT') || isSamtalError(error, 'UNAVAILABLE');

interface Input {
	params?: unknown;
	query?: unknown;
	body?: unknown;
}

function urlOf(route: Route, { params, query }: Input): string {
	const values = entriesOf(params);
	const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
	const search = new URLSearchParams([...entriesOf(query)]).toString();
	return search === '' ? path : `${path}?${search}`;
}

function entriesOf(part: unknown): Map<string, string> {
	const given = Object.entries(part ?? {}).filter(([, value]) => value !== undefined && value !== '');
	return new Map(given.map(([name, value]) => [name, String(value)]));
}

function headersOf(route: Route, authorization: string | undefined): Record<string, string> {
	return {
		accept: 'application/json',
		...(route.method !== 'GET' && { 'content-type': 'application/json' }),
		...(authorization !== undefined && { authorization }),
	};
}

const signalOf = ({ signal }: Options): AbortSignal => {
	const timeout = AbortSignal.timeout(timeoutMs);
	return signal ? AbortSignal.any([signal, timeout]) : timeout;
};

async function reach(request: () => Promise<Response>): Promise<Response> {
	try {
		return await request();
	} catch (cause) {
		if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
		const late = cause instanceof DOMException && cause.name === 'TimeoutError';
		throw new SamtalError(late ? 'TIMEOUT' : 'NETWORK', {}, { cause });
	}
}

async function readResult<T extends z.ZodType>(schema: T, response: Response): Promise<z.output<T>> {
	const json: unknown = await response.json().catch(() => undefined);
	const envelope = resultSchema(z.unknown()).safeParse(json);
	// Not our envelope: a proxy's error page while the server is away.
	if (!envelope.success) throw new SamtalError('UNAVAILABLE', {}, { cause: envelope.error });
	if (!envelope.data.ok) throw SamtalError.fromBody(envelope.data.error);
	const data = schema.safeParse(envelope.data.data);
	// A server of another version than this page.
	if (!data.success) throw new SamtalError('INTERNAL', {}, { cause: data.error });
	return data.data;
}
