import { expect, test } from 'vitest';
import { paidOf } from './paid.ts';

test.each([
	[8500, 0, 'unpaid'],
	[8500, 500, 'partly'],
	[8500, 8500, 'paid'],
	[8500, 9000, 'paid'],
	[0, 0, 'free'],
	[0, 500, 'paid'],
])('%i with %i received is %s', (amountMinor, receivedMinor, expected) => {
	expect(paidOf({ amountMinor, receivedMinor })).toBe(expected);
});
