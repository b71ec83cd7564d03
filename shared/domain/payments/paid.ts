import type { PaidState } from '../../contract/activities.ts';

/** How the money of a visit stands; both amounts in minor units of one currency. */
export function paidOf({ amountMinor, receivedMinor }: { amountMinor: number; receivedMinor: number }): PaidState {
	if (receivedMinor >= amountMinor) return amountMinor === 0 ? 'free' : 'paid';
	return receivedMinor > 0 ? 'partly' : 'unpaid';
}
