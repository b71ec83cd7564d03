import { expect, it } from 'vitest';
import { currencies } from '../../contract/scalars.ts';
import { cardLimits, isCardAmount } from './cardAmount.ts';

it.each(currencies)('a card pays from the least to the most of %s, and neither less nor more', (currency) => {
	const { leastMinor, mostMinor } = cardLimits(currency);
	const pays = (amountMinor: number) => isCardAmount({ amountMinor, currency });
	expect([leastMinor - 1, leastMinor, mostMinor, mostMinor + 1].map(pays)).toEqual([false, true, true, false]);
});

it('a million krónur have more digits at Stripe than it takes', () => {
	expect(isCardAmount({ amountMinor: 1_000_000, currency: 'ISK' })).toBe(false);
	expect(isCardAmount({ amountMinor: 1_000_000, currency: 'EUR' })).toBe(true);
});
