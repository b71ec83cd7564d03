import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import RequestClient, { type RequestOptions } from 'twilio/lib/base/RequestClient.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createTwilioSms } from './twilio.ts';

/** What Twilio was asked, and what it has sent already. */
let asked: { method: string | undefined; url: string | undefined; said: string }[];
let sent: { body: string }[];
let twilio: Server;
let client: RequestClient;

/** Leads the SDK's requests to the stand-in. */
class ToStandIn extends RequestClient {
	readonly #origin: string;

	constructor(origin: string) {
		super();
		this.#origin = origin;
	}

	override request<TData>(options: RequestOptions<TData>) {
		return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', this.#origin) });
	}
}

beforeAll(async () => {
	twilio = createServer(async (request, response) => {
		const { method, url } = request;
		asked.push({ method, url, said: await text(request) });
		response.writeHead(method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(method === 'POST' ? { sid: 'SM1' } : { messages: sent, page: 0 }));
	});
	twilio.listen(0, '127.0.0.1');
	await once(twilio, 'listening');
	const { port } = z.object({ port: z.number() }).parse(twilio.address());
	client = new ToStandIn(`http://127.0.0.1:${port}`);
});
afterAll(() => {
	twilio.closeAllConnections();
	twilio.close();
});
beforeEach(() => {
	[asked, sent] = [[], []];
});

const account = { accountSid: 'ACdemo', authToken: 'token', from: '+3545550100' };
const createdAt = new Date('2026-03-02T08:00:00Z');
const sms = { id: '', to: '+3545550101', subject: '', text: 'Soon', buttons: [], attachments: [], createdAt };
const posts = () => asked.filter(({ method }) => method === 'POST');

test('an SMS goes to the number, from the clinic’s', async () => {
	await createTwilioSms(account, client)(sms, false);
	expect(asked).toEqual([
		{
			method: 'POST',
			url: '/2010-04-01/Accounts/ACdemo/Messages.json',
			said: 'To=%2B3545550101&From=%2B3545550100&Body=Soon',
		},
	]);
});

test('one that may have gone is asked for first, and goes only if it has not', async () => {
	const send = createTwilioSms(account, client);
	sent = [{ body: 'Soon' }];
	await send(sms, true);
	expect(posts()).toEqual([]);
	expect(asked[0]?.url).toContain('To=%2B3545550101');
	sent = [{ body: 'Another' }];
	await send(sms, true);
	expect(posts()).toHaveLength(1);
});
