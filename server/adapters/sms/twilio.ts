import type { Twilio } from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type { SendMessage } from '../mail/transport.ts';

export interface SmsAccount {
	accountSid: string;
	authToken: string;
	/** The number or name that SMS come from. */
	from: string;
}

/** In ms; less than a job may take. */
const timeout = 20_000;

/**
 * Sends SMS through Twilio. Its API knows no idempotency key: where an attempt before may have come through, Twilio is
 * asked first what it sent to this number since. The SDK takes half a second to load, so it waits for the first SMS.
 * @param httpClient what reaches Twilio, in a test
 */
export function createTwilioSms({ accountSid, authToken, from }: SmsAccount, httpClient?: RequestClient): SendMessage {
	let loading: Promise<Twilio> | undefined;
	return async ({ to, text: body, createdAt }, again) => {
		loading ??= import('twilio').then(({ default: open }) =>
			open(accountSid, authToken, { timeout, ...(httpClient && { httpClient }) }),
		);
		const { messages } = await loading;
		if (again) {
			const sent = await messages.list({ to, dateSentAfter: createdAt, limit: 50 });
			if (sent.some((message) => message.body === body)) return;
		}
		await messages.create({ to, from, body });
	};
}
