import type { Money } from '../../../shared/contract/scalars.ts';
import type { Payment } from '../../../shared/contract/payments.ts';

/** What was asked for and is not paid yet: one sum for each currency that occurs, in the order of its first payment. */
export function openSums(payments: readonly Payment[]): Money[] {
	const byCurrency = new Map<string, number>();
	for (const { currency, status, amountMinor } of payments) {
		const isOpen = status === 'REQUESTED' || status === 'PAYING' || status === 'FAILED';
		byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + (isOpen ? amountMinor : 0));
	}
	return [...byCurrency].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}
