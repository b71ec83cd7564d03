import type { Amount } from '../../../shared/domain/money.ts';

/**
 * Currencies without decimals that Stripe's API still counts in hundredths: 5 krónur are 500, and anything that is
 * no multiple of 100 is refused (Stripe, "Supported currencies", special cases).
 */
const inHundredths = new Set(['ISK', 'UGX']);

const factor = (currency: string): number => (inHundredths.has(currency) ? 100 : 1);

/** Our amount in Stripe's terms. */
export const toStripeAmount = ({ amountMinor, currency }: Amount): { amount: number; currency: string } => ({
	amount: amountMinor * factor(currency),
	currency: currency.toLowerCase(),
});

/** Stripe's amount in ours. Part of a króna stays a fraction, and so equals no amount that we asked for. */
export function fromStripeAmount(stripe: { amount: number; currency: string }): Amount {
	const currency = stripe.currency.toUpperCase();
	return { amountMinor: stripe.amount / factor(currency), currency };
}
