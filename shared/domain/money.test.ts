import { expect, it } from 'vitest';
import { currencyDigits, toWholeUnits } from './money.ts';

it.each([
	['ISK', 0, 8500],
	['JPY', 0, 8500],
	['EUR', 2, 85],
	['HUF', 2, 85],
	['KWD', 3, 8.5],
])('%s has %d digits, 8500 of its minor units are %d', (currency, digits, whole) => {
	expect(currencyDigits(currency)).toBe(digits);
	expect(toWholeUnits(8500, currency)).toBe(whole);
});
