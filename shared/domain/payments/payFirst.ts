import type { PaymentStatus } from '../../contract/payments.ts';
import { isOpenStatus } from './openStatus.ts';

interface Asked {
	readonly status: PaymentStatus;
	readonly amountMinor: number;
}

/**
 * Whether somebody may join a visit that is paid before: `paid` (or excused: a request for the whole price that was
 * withdrawn says that they need not pay), `asked` while a request is open, otherwise what is still to be asked for, in
 * minor units. What was given back later does not count: nobody is shut out of a visit that they had paid.
 */
export function duePayment(priceMinor: number, payments: readonly Asked[]): 'paid' | 'asked' | { amountMinor: number } {
	const received = payments
		.filter(({ status }) => status === 'RECEIVED')
		.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
	const isExcused = payments.some(
		({ status, amountMinor }) => status === 'CANCELLED' && amountMinor >= priceMinor - received,
	);
	if (received >= priceMinor || isExcused) return 'paid';
	const isAsked = payments.some(({ status }) => isOpenStatus(status));
	return isAsked ? 'asked' : { amountMinor: priceMinor - received };
}
