import { parseSetCookie } from 'cookie';
import type { InputOf, ResponseOf, Route } from '../../shared/contract/route.ts';
import { SamtalError } from '../../shared/contract/errors.ts';
import { resultSchema } from '../../shared/contract/result.ts';

/** One person's browser, as far as the backend can tell: it keeps cookies by name and sends them where they belong. */
export class TestBrowser {
	readonly cookies = new Map<string, { value: string; path: string; attributes: string }>();
	readonly #origin: string;
	readonly #token: string | undefined;

	/** `link`: the one that this person was sent, to a visit, a waiting list, or to their own page. */
	constructor(origin: string, link?: string) {
		this.#origin = origin;
		this.#token = link === undefined ? undefined : new URL(link).hash.slice(1);
	}

	/** Calls a route of the contract. @throws SamtalError as the backend answered */
	async call<T extends Route>(route: T, input: InputOf<T>): Promise<ResponseOf<T>> {
		const answer = resultSchema(route.response).parse(await (await this.send(route, input)).json());
		if (!answer.ok) throw SamtalError.fromBody(answer.error);
		return answer.data as ResponseOf<T>;
	}

	/** The same, but the raw answer. */
	async send<T extends Route>({ method, path, access }: T, input: InputOf<T>): Promise<Response> {
		const {
			params = {},
			query = {},
			body,
		} = input as Record<'params' | 'query', Record<string, string> | undefined> & {
			body?: unknown;
		};
		const url = new URL(
			path.replaceAll(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? '')),
			this.#origin,
		);
		for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, value);
		const response = await fetch(url, {
			method,
			headers: {
				cookie: this.#cookieHeader(url.pathname),
				...(access !== 'public' && access !== 'member' && this.#token !== undefined
					? { authorization: `Bearer ${this.#token}` }
					: {}),
				...(method === 'GET' ? {} : { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }),
			},
			...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
		});
		for (const header of response.headers.getSetCookie()) this.#keep(header);
		return response;
	}

	#cookieHeader(pathname: string): string {
		return [...this.cookies]
			.filter(([, { path }]) => pathname.startsWith(path))
			.map(([name, { value }]) => `${name}=${value}`)
			.join('; ');
	}

	#keep(header: string): void {
		const { name, value = '', path = '/' } = parseSetCookie(header);
		if (value === '') this.cookies.delete(name);
		else this.cookies.set(name, { value, path, attributes: header.slice(header.indexOf(';') + 1).trim() });
	}
}
