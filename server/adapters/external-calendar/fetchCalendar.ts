import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { isPublicAddress } from './publicAddress.ts';

const mostBytes = 5 * 1024 * 1024;
const mostRedirects = 3;
const patienceMs = 10_000;

/** What the server said of the last version, to be told again. */
export interface Version {
	etag: string | null;
	lastModified: string | null;
}

/** `changed: false`: it still is the version that was named. */
export type Fetched = { changed: false } | ({ changed: true; file: string } & Version);
export type FetchCalendar = (address: string, known: Version | null) => Promise<Fetched>;

/** How the internet is reached; tests have one of their own. */
export interface Internet {
	isAllowed(ip: string): boolean;
	/** All addresses of a name. @throws when it has none */
	resolve(name: string): Promise<readonly { address: string; family: number }[]>;
	/** Certificates to trust instead of the well-known ones. */
	ca?: string;
	patienceMs: number;
}

export const internet: Internet = {
	isAllowed: isPublicAddress,
	resolve: (name) => lookup(name, { all: true }),
	patienceMs,
};

/**
 * Reads a file by https, at most 5 MB, within 10 s, redirects included. Every name is resolved here, all of its
 * addresses must be public, and the connection goes to just these: a name that answers otherwise the next time gains
 * nothing.
 */
export function createCalendarFetch(net: Internet): FetchCalendar {
	return async (address, known) => {
		const signal = AbortSignal.timeout(net.patienceMs);
		let url = parseAddress(address);
		for (let redirects = 0; redirects <= mostRedirects; redirects++) {
			const response = await get(net, url, known, signal);
			const location = redirectOf(response);
			if (location === undefined) return read(response);
			response.destroy();
			url = parseAddress(URL.parse(location, url)?.href ?? '');
		}
		throw new SamtalError('CALENDAR_UNREACHABLE');
	};
}

/** As people are given it: `webcal` is a way of saying https. @throws SamtalError `CALENDAR_ADDRESS` */
export function parseAddress(text: string): URL {
	const url = URL.parse(text.trim().replace(/^webcals?:/i, 'https:'));
	if (url?.protocol !== 'https:') throw new SamtalError('CALENDAR_ADDRESS');
	return url;
}

async function get(net: Internet, url: URL, known: Version | null, signal: AbortSignal): Promise<IncomingMessage> {
	const addresses = await checkedAddresses(net, url.hostname.replace(/^\[|\]$/g, ''), signal);
	const toChecked: LookupFunction = (_name, { all }, done) =>
		all ? done(null, addresses) : done(null, addresses[0]?.address ?? '', addresses[0]?.family);
	return new Promise((resolve, reject) => {
		const headers = {
			'user-agent': 'Samtal',
			accept: 'text/calendar, text/plain;q=0.5',
			'accept-encoding': 'identity',
			...(known?.etag && { 'if-none-match': known.etag }),
			...(known?.lastModified && { 'if-modified-since': known.lastModified }),
		};
		request(url, { headers, lookup: toChecked, signal, agent: false, ...(net.ca !== undefined && { ca: net.ca }) })
			.once('response', resolve)
			// Its message may name the address.
			.once('error', () => reject(new SamtalError('CALENDAR_UNREACHABLE')))
			.end();
	});
}

/** @throws SamtalError `CALENDAR_ADDRESS` when one of them is inside, `CALENDAR_UNREACHABLE` when there is none */
async function checkedAddresses({ resolve, isAllowed }: Internet, name: string, signal: AbortSignal) {
	const late = new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () => reject(new SamtalError('CALENDAR_UNREACHABLE')), { once: true });
	});
	const found = isIP(name)
		? [{ address: name, family: isIP(name) }]
		: await Promise.race([resolve(name), late]).catch(() => []);
	if (found.length === 0) throw new SamtalError('CALENDAR_UNREACHABLE');
	if (!found.every(({ address }) => isAllowed(address))) throw new SamtalError('CALENDAR_ADDRESS');
	return found.map((each) => ({ ...each }));
}

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage): string | undefined =>
	[301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;

/** @throws SamtalError `CALENDAR_UNREACHABLE` for every answer that is no file, and one that ends too soon */
async function read(response: IncomingMessage): Promise<Fetched> {
	const { statusCode, headers } = response;
	if (statusCode === 304) {
		response.destroy();
		return { changed: false };
	}
	if (statusCode !== 200 || headers['content-encoding'] !== undefined) {
		response.destroy();
		throw new SamtalError('CALENDAR_UNREACHABLE');
	}
	const file = (await readAll(response)).toString('utf8');
	return { changed: true, file, etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	let size = 0;
	try {
		for await (const part of response as AsyncIterable<Buffer>) {
			size += part.length;
			// Leaving the loop closes the connection.
			if (size > mostBytes) throw new SamtalError('CALENDAR_TOO_LARGE');
			parts.push(part);
		}
	} catch (error) {
		throw error instanceof SamtalError ? error : new SamtalError('CALENDAR_UNREACHABLE');
	}
	return Buffer.concat(parts);
}
