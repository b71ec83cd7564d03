import type { Money } from '../../../../shared/contract/scalars.ts';
import type { PaidCard } from '../../../../shared/domain/payments/events.ts';

export interface NewCheckout extends Money {
	paymentId: string;
	/** Shown on the page, and on the clinic's books. */
	description: string;
	receiptEmail: string | null;
	/** Where the payer is sent once they have paid. */
	doneUrl: string;
}

/** How a page stands: `open` can still be paid; `over` never more, and no money came by it. */
export type CheckoutOutcome =
	| { type: 'open'; url: string }
	| { type: 'over' }
	| { type: 'received'; at: number; card: PaidCard | null; intentId: string };

/** The part of the payment provider that takes a card on a page of its own. Errors are those of `PaymentProvider`. */
export interface CheckoutProvider {
	/** Makes another page with each call; nobody can pay on one whose address they were not given. */
	createCheckout(account: string, checkout: NewCheckout): Promise<{ id: string; url: string }>;
	findCheckout(account: string, checkoutId: string): Promise<CheckoutOutcome>;
	/** Ends a page unless it was paid before: the outcome tells. */
	expireCheckout(account: string, checkoutId: string): Promise<Exclude<CheckoutOutcome, { type: 'open' }>>;
}
