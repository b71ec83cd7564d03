import type { Currency, Money } from '../../contract/scalars.ts';

/** Stripe, "Supported currencies", minimum charge amounts. It names none for krónur: 100 are worth more than €0.50. */
const least: Record<Currency, number> = { AUD: 50, EUR: 50, GBP: 30, ISK: 100, PLN: 200, USD: 50 };

/** The least and the most that a card can pay at once, in minor units of the currency. */
export const cardLimits = (currency: Currency): { leastMinor: number; mostMinor: number } => ({
	leastMinor: least[currency],
	// Eight digits (Stripe API, PaymentIntent `amount`), of which it counts two behind the króna.
	mostMinor: currency === 'ISK' ? 999_999 : 99_999_999,
});

/** Whether a card can pay it. */
export function isCardAmount({ amountMinor, currency }: Money): boolean {
	const { leastMinor, mostMinor } = cardLimits(currency);
	return leastMinor <= amountMinor && amountMinor <= mostMinor;
}
