import { expect, it } from 'vitest';
import { fromStripeAmount, toStripeAmount } from './amounts.ts';

it.each([
	['ISK', 8500, 'isk', 850_000],
	['UGX', 5, 'ugx', 500],
	['EUR', 1099, 'eur', 1099],
	['JPY', 500, 'jpy', 500],
	['KWD', 5120, 'kwd', 5120],
])('%s %d is %s %d at Stripe, and back', (currency, amountMinor, stripeCurrency, amount) => {
	expect(toStripeAmount({ currency, amountMinor })).toEqual({ currency: stripeCurrency, amount });
	expect(fromStripeAmount({ currency: stripeCurrency, amount })).toEqual({ currency, amountMinor });
});

it('takes half a króna for no amount of ours', () => {
	expect(Number.isInteger(fromStripeAmount({ currency: 'isk', amount: 850_050 }).amountMinor)).toBe(false);
});
