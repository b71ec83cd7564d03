import type Stripe from 'stripe';
import { toPaymentIntent } from './objects/intent.ts';
import type { IntentEventType } from './intents.ts';
import type { StoredEvent, StoredIntent } from './store.ts';

interface EventDeps {
	now: () => Date;
	newId: () => string;
}

/** An event about an intent as it is now, ready to be sent. */
export function toEvent(type: IntentEventType, intent: StoredIntent, { now, newId }: EventDeps): StoredEvent {
	const id = `evt_${newId().replaceAll('-', '')}`;
	const created = Math.floor(now().getTime() / 1000);
	const event: Omit<Stripe.PaymentIntentSucceededEvent, 'type'> & { type: IntentEventType } = {
		id,
		object: 'event',
		account: intent.account,
		api_version: null,
		created,
		data: { object: toPaymentIntent(intent, false) },
		livemode: false,
		pending_webhooks: 1,
		request: { id: null, idempotency_key: null },
		type,
	};
	return { id, account: intent.account, type, created, payload: JSON.stringify(event), delivered: false, tries: 0 };
}
