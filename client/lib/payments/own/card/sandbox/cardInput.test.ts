import { describe, expect, it } from 'vitest';
import { groupCardNumber, groupExpiry, readExpiry } from './cardInput.ts';

describe('typing a card', () => {
	it.each([
		['4242424242424242', '4242 4242 4242 4242'],
		['4242 4', '4242 4'],
		['4242', '4242'],
		['42a4', '424'],
	])('number %s becomes %s', (typed, shown) => expect(groupCardNumber(typed)).toBe(shown));

	it.each([
		['12', '12'],
		['123', '12 / 3'],
		['1234', '12 / 34'],
		['7', '07'],
		['734', '07 / 34'],
		// Taking the last digit back must not leave a slash that comes again.
		['12 / ', '12'],
	])('expiry %s becomes %s', (typed, shown) => expect(groupExpiry(typed)).toBe(shown));

	it('reads the expiry once it is a date', () => {
		expect(readExpiry('12 / 34')).toEqual({ month: '12', year: '2034' });
		expect(readExpiry('13 / 34')).toBeNull();
		expect(readExpiry('12 / 3')).toBeNull();
	});
});
