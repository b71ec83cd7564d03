import type Stripe from 'stripe';
import { isOwnAccount } from './ownKeys.ts';
import type { MethodEventType } from './customers.ts';
import type { DisputeEventType } from './disputes.ts';
import type { SessionEventType } from './checkout.ts';
import type { IntentEventType } from './intents.ts';
import type { RefundEventType } from './refunds.ts';
import type { StoredEvent } from './store.ts';

interface EventDeps {
	now: () => Date;
	newId: () => string;
}

type EventType =
	| IntentEventType
	| MethodEventType
	| RefundEventType
	| DisputeEventType
	| SessionEventType
	| 'account.updated';
type Told =
	| Stripe.Checkout.Session
	| Stripe.Account
	| Stripe.PaymentIntent
	| Stripe.PaymentMethod
	| Stripe.Refund
	| Stripe.Charge
	| Stripe.Dispute;

/** An event about an object as it is now, ready to be sent. */
export function toEvent(type: EventType, account: string, object: Told, { now, newId }: EventDeps): StoredEvent {
	const id = `evt_${newId().replaceAll('-', '')}`;
	const created = Math.floor(now().getTime() / 1000);
	const event: Omit<Stripe.PaymentIntentSucceededEvent, 'type' | 'data'> & { type: EventType; data: { object: Told } } =
		{
			id,
			object: 'event',
			// Stripe names the account to a platform only.
			...(!isOwnAccount(account) && { account }),
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
