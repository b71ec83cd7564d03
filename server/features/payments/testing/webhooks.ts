import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { webhookSecret, type World } from './world.ts';

type EventType = 'succeeded' | 'payment_failed' | 'canceled' | 'processing';

interface IntentFacts {
	id: string;
	account: string;
	/** In Stripe's units. */
	amount: number;
	currency: string;
}

/** Stripe's event about an intent, made `second` seconds after the others' beginning; each call has an id of its own. */
export const intentEvent = (type: EventType, { account, ...intent }: IntentFacts, second = 0) => ({
	id: `evt_${randomUUID()}`,
	object: 'event',
	account,
	created: 1_795_000_000 + second,
	type: `payment_intent.${type}`,
	data: {
		object: {
			...intent,
			object: 'payment_intent',
			last_payment_error: type === 'payment_failed' ? { type: 'card_error', code: 'card_declined' } : null,
		},
	},
});

interface Signing {
	secret?: string;
	/** Seconds since 1970. */
	timestamp?: number;
}

/** Posts an event as Stripe does and answers, once it is applied, with the HTTP status and the error's code. */
export async function postEvent(
	{ origin, applier }: Pick<World, 'origin' | 'applier'>,
	event: object,
	signing: Signing = {},
) {
	const payload = JSON.stringify(event);
	const response = await fetch(`${origin}/api/stripe/webhook`, {
		method: 'POST',
		body: payload,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret, ...signing }),
		},
	});
	const text = await response.text();
	await applier.idle();
	return { status: response.status, text };
}
