import type { PaymentEvent } from '../../../../shared/domain/payments/events.ts';
import type { IntentOutcome } from '../ports.ts';

export interface CardCharge {
	paymentId: string;
	intentId: string;
	customerId: string;
	methodId: string;
	receiptEmail: string | null;
}

/** How a charge without the payer ended; `open`: nothing is known yet. */
export type ChargeOutcome = IntentOutcome | Extract<PaymentEvent, { type: 'failed' }>;

/** The part of the payment provider that keeps cards. Errors are those of `PaymentProvider`. */
export interface CardProvider {
	/** Makes the customer for whom a client's cards are kept, without a name; within a day the same for the same client. */
	createCustomer(account: string, clientId: string): Promise<string>;
	/** Says for whom the card that will pay an intent is kept, if at all. False: too late, the intent is paid or cancelled. */
	keepCardOf(account: string, intentId: string, customerId: string | null): Promise<boolean>;
	/** Pays an intent with a kept card while its holder is not there; a decline is an outcome. Within a day once. */
	chargeKept(account: string, charge: CardCharge): Promise<ChargeOutcome>;
	/** Forgets a card; one that is forgotten stays so. */
	detachCard(account: string, methodId: string): Promise<void>;
	/** Which card a stored webhook says is forgotten, or null when it says nothing of that. */
	readDetached(payload: unknown): string | null;
}
