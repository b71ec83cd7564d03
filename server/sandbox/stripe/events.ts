import type Stripe from 'stripe';
import { toAccount } from './objects/account.ts';
import { toPaymentIntent } from './objects/intent.ts';
import type { IntentEventType } from './intents.ts';
import type { StoredAccount, StoredEvent, StoredIntent } from './store.ts';

interface EventDeps {
	now: () => Date;
	newId: () => string;
}

/** An event about an intent as it is now, ready to be sent. */
export function toEvent(type: IntentEventType, intent: StoredIntent, deps: EventDeps): StoredEvent {
	return eventOf(type, intent.account, toPaymentIntent(intent, false), deps);
}

/** `account.updated`, about a connected account as it is now. */
export function toAccountEvent(account: StoredAccount, deps: EventDeps): StoredEvent {
	return eventOf('account.updated', account.id, toAccount(account), deps);
}

function eventOf<T extends IntentEventType | 'account.updated'>(
	type: T,
	account: string,
	object: Stripe.PaymentIntent | Stripe.Account,
	{ now, newId }: EventDeps,
): StoredEvent {
	const id = `evt_${newId().replaceAll('-', '')}`;
	const created = Math.floor(now().getTime() / 1000);
	const event: Omit<Stripe.PaymentIntentSucceededEvent, 'data' | 'type'> & { data: { object: object }; type: T } = {
		id,
		object: 'event',
		account,
		api_version: null,
		created,
		data: { object },
		livemode: false,
		pending_webhooks: 1,
		request: { id: null, idempotency_key: null },
		type,
	};
	return { id, account, type, created, payload: JSON.stringify(event), delivered: false, tries: 0 };
}
