import type { Payout } from '../../../shared/contract/payouts.ts';
import type { Money } from '../../../shared/contract/scalars.ts';
import type { Amount } from '../../../shared/domain/money.ts';
import type { CardProvider } from './cards/ports.ts';
import type { CheckoutProvider } from './checkout/ports.ts';
import type { DisputeNews } from './disputes/ports.ts';
import type { RefundProvider } from './refunds/ports.ts';
import type { PaidCard, PaymentEvent } from '../../../shared/domain/payments/events.ts';

/** Where a payment stands at the provider; `open` can still be paid. */
export type IntentOutcome = { type: 'open' } | Extract<PaymentEvent, { type: 'cancelled' | 'received' }>;

/** The provider's side of one payment: Stripe's PaymentIntent. */
export interface Intent {
	id: string;
	/** What the card form needs to pay this intent; never logged or stored. */
	clientSecret: string;
	outcome: IntentOutcome;
}

export interface NewIntent extends Money {
	paymentId: string;
	/** Shown on the clinic's books. */
	description: string;
}

/** A webhook whose signature verified. */
export interface ProviderEvent {
	id: string;
	type: string;
	/** The connected account that it is about. */
	account: string | null;
	/** The JSON as it came, to be stored; `readEvent` reads it from there. */
	body: string;
}

/** What an event says about one intent, in our units. */
export interface IntentEvent extends Amount {
	intentId: string;
	/** Ours, which stands on each intent that is made for one. */
	paymentId: string | null;
	event: PaymentEvent;
}

/**
 * Takes card payments to the connected accounts of clinics (`account`). Whatever keeps a request from being answered
 * comes as SamtalError `PAYMENT_PROVIDER`; the same request can then be made again.
 */
export interface PaymentProvider extends CardProvider, CheckoutProvider, RefundProvider {
	/** Which card form speaks to this provider. */
	readonly name: 'stripe' | 'sandbox';
	/** What the card form speaks with; the account is named where the key is not its own. */
	formKeys(account: string): Promise<{ publishableKey: string; stripeAccount: string | null }>;
	/** Makes the intent of a payment; asked again for the same payment, answers with the same intent. */
	createIntent(account: string, intent: NewIntent): Promise<Intent>;
	/** Names whom the provider writes to; an intent that is paid or cancelled stays as it is. */
	updateReceiptEmail(account: string, intentId: string, email: string): Promise<Intent>;
	/** Cancels the intent unless it was paid before: the outcome tells. */
	cancelIntent(account: string, intentId: string): Promise<IntentOutcome>;
	/** Where an intent stands. */
	findOutcome(account: string, intentId: string): Promise<IntentOutcome>;
	/** The card that paid an intent, or null when there is none to name. */
	findCard(account: string, intentId: string): Promise<PaidCard | null>;
	/**
	 * Reads a webhook's raw body. `ownAccount`: the account with keys of its own for which it came, null for what the
	 * platform is told. @throws SamtalError `WEBHOOK_SIGNATURE` for a wrong signature or one older than 300 s.
	 */
	verifyWebhook(rawBody: Uint8Array, signature: string, ownAccount: string | null): Promise<ProviderEvent>;
	/** What a stored webhook means for a payment, or null when it means nothing to us. */
	readEvent(payload: unknown): IntentEvent | null;
	/** A page of the account's payouts, newest first, after the one with the id `after`. */
	findPayouts(account: string, after: string | null): Promise<{ payouts: Payout[]; next: string | null }>;
	/** What a stored webhook means for a dispute, or null when it means nothing to one. */
	readDisputeEvent(payload: unknown): DisputeNews | null;
}
