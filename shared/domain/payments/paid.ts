import type { PaidState } from '../../contract/activities.ts';

/** How the money of a visit stands; both amounts in minor units of one currency. */
export function paidOf({ amountMinor, receivedMinor }: { amountMinor: number; receivedMinor: number }): PaidState {
	if (amountMinor === 0 && receivedMinor === 0) return 'free';
	if (receivedMinor >= amountMinor) return 'paid';
	return receivedMinor > 0 ? 'partly' : 'unpaid';
}
