import fc from 'fast-check';
import { expect, it } from 'vitest';
import { statementsOf } from './statement.ts';

const sums = fc
	.uniqueArray(fc.nat({ max: 30 }), { maxLength: 12 })
	.chain((months) =>
		fc.tuple(
			...months.map((n) =>
				fc.record({ month: fc.constant(monthAfter(n)), amountMinor: fc.integer({ min: -9_000, max: 9_000 }) }),
			),
		),
	);
const monthAfter = (n: number) => Temporal.PlainYearMonth.from('2025-01').add({ months: n }).toString();

it('pays what was collected on the first of the next month', () => {
	expect(statementsOf([{ month: '2026-12', amountMinor: 9_500 }])).toEqual([
		{ month: '2026-12', collectedMinor: 9_500, carriedMinor: 0, payableMinor: 9_500, payableOn: '2027-01-01' },
	]);
});

it('takes what went back too much off the months that follow', () => {
	const paid = statementsOf([
		{ month: '2026-03', amountMinor: 5_000 },
		{ month: '2026-01', amountMinor: -7_000 },
		{ month: '2026-02', amountMinor: 4_000 },
	]);
	expect(paid.map(({ month, carriedMinor, payableMinor }) => [month, carriedMinor, payableMinor])).toEqual([
		['2026-01', 0, 0],
		['2026-02', -7_000, 0],
		['2026-03', -3_000, 2_000],
	]);
});

it('never pays more than came, never asks for money, and loses nothing', () => {
	fc.assert(
		fc.property(sums, (months) => {
			const statements = statementsOf(months);
			const came = months.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
			const paid = statements.reduce((sum, { payableMinor }) => sum + payableMinor, 0);
			const last = statements.at(-1);
			const open = last ? Math.min(0, last.collectedMinor + last.carriedMinor) : 0;
			expect(paid + open).toBe(came);
			for (const { payableMinor, carriedMinor } of statements) {
				expect(payableMinor).toBeGreaterThanOrEqual(0);
				expect(carriedMinor).toBeLessThanOrEqual(0);
			}
		}),
	);
});
