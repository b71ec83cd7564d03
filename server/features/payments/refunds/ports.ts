import type { RefundStatus } from '../../../../shared/contract/refunds.ts';
import type { Money } from '../../../../shared/contract/scalars.ts';
import type { Amount } from '../../../../shared/domain/money.ts';

export interface NewRefund extends Money {
	/** Ours; asked again under the same id, the provider answers with the same refund. */
	refundId: string;
	intentId: string;
}

/** What the provider says of a refund, in our units. */
export interface ToldRefund extends Amount {
	/** Null where it was refused. */
	providerId: string | null;
	/** Ours; null where it was made at the provider. */
	refundId: string | null;
	status: RefundStatus;
	failureCode: string | null;
}

/** What an event says about the refunds of one intent. */
export interface RefundNews {
	intentId: string;
	/** Null where the event names none: the provider has to be asked. */
	refund: ToldRefund | null;
}

/** The part of the payment provider that sends money back. Errors are those of `PaymentProvider`. */
export interface RefundProvider {
	/** Makes a refund; one that the provider will not make is answered as failed. */
	createRefund(account: string, refund: NewRefund): Promise<ToldRefund>;
	/** Every refund of an intent. */
	findRefunds(account: string, intentId: string): Promise<ToldRefund[]>;
	/** What a stored webhook means for refunds, or null when it means nothing to them. */
	readRefundEvent(payload: unknown): RefundNews | null;
}
