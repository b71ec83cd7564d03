import { currency } from '../../../shared/contract/scalars.ts';
import { cardLimits } from '../../../shared/domain/payments/cardAmount.ts';
import { fromStripeAmount } from '../../adapters/stripe/amounts.ts';
import { SandboxRefusal } from './errors.ts';

/**
 * Refuses what Stripe charges nobody: a currency that it does not know, part of a króna, too little, too much (Stripe,
 * "Supported currencies" and "Error codes"). Of its currencies the stand-in knows those of Samtal's clinics.
 */
export function checkAmount(asked: { amount: number; currency: string }): void {
	const refuse = (message: string, param: string, code?: string): never => {
		throw SandboxRefusal.invalid(message, { param, ...(code !== undefined && { code }) });
	};
	const { amountMinor, currency: name } = fromStripeAmount(asked);
	const known = currency.safeParse(name);
	if (!known.success) return refuse(`Invalid currency: ${asked.currency}.`, 'currency');
	const { leastMinor, mostMinor } = cardLimits(known.data);
	if (!Number.isInteger(amountMinor)) {
		const message = `Invalid amount. ${name} amounts must be evenly divisible by 100.`;
		refuse(message, 'amount', 'invalid_charge_amount_no_decimal_compatible');
	}
	if (amountMinor < leastMinor) refuse(`Amount must be at least ${leastMinor} ${name}.`, 'amount', 'amount_too_small');
	if (amountMinor > mostMinor)
		refuse(`Amount must be no more than ${mostMinor} ${name}.`, 'amount', 'amount_too_large');
}
