import type { Payment } from '../../../shared/contract/payments.ts';

/** Sums of one currency, in minor units. */
export interface Totals {
	currency: string;
	/** Without what went back. */
	receivedMinor: number;
	/** Asked for and not paid yet. */
	openMinor: number;
}

/** One line per currency that occurs, in the order of its first payment. */
export function totalsOf(payments: readonly Payment[]): Totals[] {
	const byCurrency = new Map<string, Totals>();
	for (const { currency, status, amountMinor, refundedMinor } of payments) {
		const totals = byCurrency.get(currency) ?? { currency, receivedMinor: 0, openMinor: 0 };
		if (status === 'RECEIVED') totals.receivedMinor += amountMinor - refundedMinor;
		else if (status !== 'CANCELLED') totals.openMinor += amountMinor;
		byCurrency.set(currency, totals);
	}
	return [...byCurrency.values()];
}
