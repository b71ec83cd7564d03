import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalsOf } from './totals.ts';

const rate = fc.constantFrom(0, 500, 700, 800, 1100, 1900, 2000, 2300, 2400, 10_000);
const line = fc.record({
	quantity: fc.integer({ min: 1, max: 99 }),
	unitMinor: fc.integer({ min: 0, max: 9_999_999 }),
	vatBasisPoints: rate,
});
const lines = fc.array(line, { maxLength: 30 });

test('net and VAT make the whole, the rates make the whole, and the whole is what the lines cost', () => {
	fc.assert(
		fc.property(lines, (of) => {
			const totals = totalsOf(of);
			expect(totals.grossMinor).toBe(of.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0));
			expect(totals.netMinor + totals.vatMinor).toBe(totals.grossMinor);
			for (const { netMinor, vatMinor, grossMinor } of totals.byRate) expect(netMinor + vatMinor).toBe(grossMinor);
			expect(totals.byRate.reduce((sum, { vatMinor }) => sum + vatMinor, 0)).toBe(totals.vatMinor);
		}),
	);
});

test('the VAT of a rate is the nearest whole number to the exact one, the higher of two as near', () => {
	fc.assert(
		fc.property(lines, (of) => {
			for (const { vatBasisPoints, vatMinor, grossMinor } of totalsOf(of).byRate) {
				const [exactAbove, below] = [
					2n * BigInt(grossMinor) * BigInt(vatBasisPoints),
					10_000n + BigInt(vatBasisPoints),
				];
				const off = 2n * BigInt(vatMinor) * below - exactAbove;
				// Twice the distance, in parts of `below`: more than half below it, up to half above.
				expect(off > -below && off <= below).toBe(true);
			}
		}),
	);
});

test('the order of lines, and one line as two, change nothing', () => {
	fc.assert(
		fc.property(lines, line, (of, more) => {
			const doubled = [...of, { ...more, quantity: 2 * more.quantity }];
			expect(totalsOf([more, ...of.toReversed(), more])).toEqual(totalsOf(doubled));
		}),
	);
});

test('rounds once a rate, not once a line', () => {
	// 3 × 0.10 with 24 %: 5.81 cents in the sum, 1.94 in each.
	const cents = { quantity: 1, unitMinor: 10, vatBasisPoints: 2400 };
	expect(totalsOf([cents, cents, cents])).toMatchObject({ grossMinor: 30, vatMinor: 6, netMinor: 24 });
	// 100 % of 1: half of it is VAT, and that goes up.
	expect(totalsOf([{ quantity: 1, unitMinor: 1, vatBasisPoints: 10_000 }])).toMatchObject({ vatMinor: 1, netMinor: 0 });
	expect(totalsOf([])).toEqual({ byRate: [], netMinor: 0, vatMinor: 0, grossMinor: 0 });
});
