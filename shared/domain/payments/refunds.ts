import type { RefundStatus } from '../../contract/refunds.ts';

const rank: Record<RefundStatus, number> = { PENDING: 0, SUCCEEDED: 1, FAILED: 2 };

/**
 * Where a refund stands once the provider has told `told`. It only ever goes on: what was sent can still fail when the
 * bank returns it, and what failed stays so. News that come late, repeated or in any order end the same.
 */
export const refundAfter = (known: RefundStatus, told: RefundStatus): RefundStatus =>
	rank[told] > rank[known] ? told : known;

interface Refundable {
	status: string;
	amountMinor: number;
	/** What has gone back or is on its way. */
	refundedMinor: number;
}

/** What is left of a payment, in minor units: nothing before it is received. */
export const leftOf = ({ status, amountMinor, refundedMinor }: Refundable): number =>
	status === 'RECEIVED' ? amountMinor - refundedMinor : 0;
