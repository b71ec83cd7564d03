import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCalendarFetch, internet, type Internet } from './fetchCalendar.ts';
import { isPublicAddress } from './publicAddress.ts';

let server: Server;
let origin: string;
let ca: string;
let connections = 0;
let handle: (request: IncomingMessage, response: ServerResponse) => void;
const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

beforeAll(async () => {
	const altNames = [
		{ type: 2 as const, value: 'calendar.example' },
		{ type: 2 as const, value: 'localhost' },
	];
	const made = await generate([{ name: 'commonName', value: 'calendar.example' }], {
		keyType: 'ec',
		extensions: [{ name: 'subjectAltName', altNames }],
	});
	ca = made.cert;
	server = createServer({ key: made.private, cert: made.cert }, (request, response) => handle(request, response));
	server.on('connection', () => (connections += 1));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	origin = `https://calendar.example:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
beforeEach(() => {
	connections = 0;
	handle = (_, response) => response.end(text);
});

/** The local server stands for one of the internet. */
const outside = (change: Partial<Internet> = {}): Internet => ({
	isAllowed: (address) => address === '127.0.0.1',
	resolve: async () => [{ address: '127.0.0.1', family: 4 }],
	patienceMs: 5_000,
	ca,
	...change,
});
const read = (address: string, change: Partial<Internet> = {}) => createCalendarFetch(outside(change))(address, null);

test('a file comes with its version, and only when it has changed', async () => {
	const asked: IncomingMessage['headers'][] = [];
	handle = (request, response) => {
		asked.push(request.headers);
		if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
		else response.writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT' }).end(text);
	};
	const first = await read(origin.replace('https:', 'webcal:'));
	const version = { etag: '"1"', lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT' };
	expect(first).toEqual({ changed: true, file: text, ...version });
	expect(await createCalendarFetch(outside())(origin, version)).toEqual({ changed: false });
	expect(asked[1]?.['if-modified-since']).toBe(version.lastModified);
});

test.each([
	...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
	...['192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00:ec2::254', 'fc00::1'],
	...[
		'::ffff:127.0.0.1',
		'::ffff:a9fe:a9fe',
		'64:ff9b::7f00:1',
		'2002:7f00:1::',
		'2001::1',
		'ff02::1',
		'localhost',
		'',
	],
])('%s is no address of the internet', (address) => {
	expect(isPublicAddress(address)).toBe(false);
});
test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s is', (address) => {
	expect(isPublicAddress(address)).toBe(true);
});

const withPort = (host: string) => `https://${host}:${new URL(origin).port}/`;
test.each([
	...[
		'127.0.0.1',
		'localhost',
		'2130706433',
		'0x7f.1',
		'0177.0.0.1',
		'127.1',
		'[::1]',
		'[::ffff:127.0.0.1]',
		'0.0.0.0',
	],
	...['169.254.169.254', '10.0.0.1', '[fe80::1]', '[::ffff:a9fe:a9fe]'],
])('https://%s is refused before anything is sent', async (host) => {
	const fetchCalendar = createCalendarFetch({ ...internet, ca });
	await expect(fetchCalendar(withPort(host), null)).rejects.toMatchObject({ code: 'CALENDAR_ADDRESS' });
	expect(connections).toBe(0);
});

test.each(['http://calendar.example/', 'file:///etc/passwd', 'ftp://calendar.example/', 'not an address', ''])(
	'%s is no address of a calendar',
	async (address) => {
		await expect(read(address)).rejects.toMatchObject({ code: 'CALENDAR_ADDRESS' });
	},
);

test('a name that leads inside with one of its addresses is refused', async () => {
	const resolve = async () => [
		{ address: '127.0.0.1', family: 4 },
		{ address: '10.0.0.1', family: 4 },
	];
	await expect(read(origin, { resolve })).rejects.toMatchObject({ code: 'CALENDAR_ADDRESS' });
	expect(connections).toBe(0);
});

test('the connection goes to the address that was checked, though the name leads elsewhere the next time', async () => {
	let asked = 0;
	const resolve = async () => [{ address: ['127.0.0.1', '10.0.0.1'][asked++] ?? '', family: 4 }];
	await expect(read(origin, { resolve })).resolves.toMatchObject({ changed: true });
	expect(asked).toBe(1);
});

test('a redirect leads to another address, but not inside, and not for ever', async () => {
	handle = ({ url }, response) => {
		if (url === '/end') response.end(text);
		else response.writeHead(302, { location: url === '/once' ? '/end' : (url ?? '') }).end();
	};
	await expect(read(`${origin}/once`)).resolves.toMatchObject({ changed: true });
	connections = 0;
	await expect(read(`${origin}/again`)).rejects.toMatchObject({ code: 'CALENDAR_UNREACHABLE' });
	expect(connections).toBe(4);

	handle = (_, response) => response.writeHead(301, { location: withPort('[::1]') }).end();
	connections = 0;
	await expect(read(origin)).rejects.toMatchObject({ code: 'CALENDAR_ADDRESS' });
	handle = (_, response) => response.writeHead(301, { location: 'http://calendar.example/' }).end();
	await expect(read(origin)).rejects.toMatchObject({ code: 'CALENDAR_ADDRESS' });
	expect(connections).toBe(2);
});

test('a redirect to a name that leads inside is refused before anything is sent there', async () => {
	handle = (_, response) => response.writeHead(302, { location: withPort('inside.example') }).end();
	const resolve = async (name: string) => [
		{ address: name === 'inside.example' ? '10.0.0.1' : '127.0.0.1', family: 4 },
	];
	await expect(read(origin, { resolve })).rejects.toMatchObject({ code: 'CALENDAR_ADDRESS' });
	expect(connections).toBe(1);
});

test('a file over 5 MB is cut off', async () => {
	handle = (_, response) => {
		const part = Buffer.alloc(1024 * 1024, 'a');
		const more = () => {
			while (!response.destroyed && response.write(part));
		};
		response.on('drain', more).once('close', () => response.removeAllListeners('drain'));
		more();
	};
	await expect(read(origin)).rejects.toMatchObject({ code: 'CALENDAR_TOO_LARGE' });
});

test.each([
	['that never answers', () => undefined],
	['that never ends', (_: IncomingMessage, response: ServerResponse) => void response.write('BEGIN:VCALENDAR\r\n')],
])('a server %s is not waited for', async (_, slow) => {
	handle = slow;
	await expect(read(origin, { patienceMs: 300 })).rejects.toMatchObject({ code: 'CALENDAR_UNREACHABLE' });
});

test('a name that is never resolved is not waited for', async () => {
	const resolve = () => new Promise<never>(() => undefined);
	await expect(read(origin, { resolve, patienceMs: 300 })).rejects.toMatchObject({ code: 'CALENDAR_UNREACHABLE' });
});

test.each([401, 404, 500])('an answer %i is no calendar', async (status) => {
	handle = (_, response) => response.writeHead(status).end(text);
	await expect(read(origin)).rejects.toMatchObject({ code: 'CALENDAR_UNREACHABLE' });
});

test('a server with a certificate of nobody’s is not talked to', async () => {
	await expect(createCalendarFetch({ ...outside(), ca: '' })(origin, null)).rejects.toMatchObject({
		code: 'CALENDAR_UNREACHABLE',
	});
});
