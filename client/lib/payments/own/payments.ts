import type { Payment } from '../../../../shared/contract/payments.ts';

/** Whether money can still come: also after a declined card, which can be tried again. */
export const isOpen = ({ status }: Payment): boolean =>
	status === 'REQUESTED' || status === 'PAYING' || status === 'FAILED';

/** The one that a card speaks of: the oldest that is still open, else nothing. */
export const firstOpen = (payments: readonly Payment[]): Payment | null =>
	payments.filter(isOpen).toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt))[0] ?? null;

/** Newest first. */
export const byRequest = (payments: readonly Payment[]): Payment[] =>
	payments.toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt));

/** Payments whose state has become another one since `before`; new ones are not among them. */
export function changedPayments(before: readonly Payment[], after: readonly Payment[]): Payment[] {
	const known = new Map(before.map(({ id, status, failureCode }) => [id, `${status} ${failureCode}`]));
	return after.filter(({ id, status, failureCode }) => {
		const earlier = known.get(id);
		return earlier !== undefined && earlier !== `${status} ${failureCode}`;
	});
}

/** Stripe's decline codes (docs.stripe.com/declines/codes) that a payer can do something about. */
const explained = [
	'card_declined',
	'insufficient_funds',
	'expired_card',
	'incorrect_cvc',
	'incorrect_number',
	'processing_error',
	'authentication_required',
] as const;
export type DeclineReason = (typeof explained)[number];

/** The reason as one of those that the catalogue explains. What a bank keeps to itself is a plain decline. */
export function declineReason(failureCode: string | null): DeclineReason {
	if (failureCode === 'payment_intent_authentication_failure') return 'authentication_required';
	return explained.find((code) => code === failureCode) ?? 'card_declined';
}
