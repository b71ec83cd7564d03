import fc from 'fast-check';
import { expect, it } from 'vitest';
import { missingAfter, openStatements, type ClosedMonth } from './statement.ts';

const monthAfter = (n: number) => Temporal.PlainYearMonth.from('2025-01').add({ months: n }).toString();
const move = fc.record({
	month: fc.nat({ max: 11 }).map(monthAfter),
	amountMinor: fc.integer({ min: -900, max: 900 }),
});
/** A year: what becomes known in each month, of that month or of any other one, and whether it is closed at its end. */
const year = fc.array(fc.record({ known: fc.array(move, { maxLength: 5 }), isClosed: fc.boolean() }), {
	...{ minLength: 1, maxLength: 12 },
});
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

it('pays what was collected on the first of the next month', () => {
	expect(openStatements([], [{ month: '2026-12', amountMinor: 9_500 }], '2026-12')).toMatchObject([
		{ month: '2026-12', collectedMinor: 9_500, carriedMinor: 0, payableMinor: 9_500, payableOn: '2027-01-01' },
	]);
});

it('takes what went back too much off the months that follow', () => {
	const moves = [
		{ month: '2026-03', amountMinor: 5_000 },
		{ month: '2026-01', amountMinor: -7_000 },
		{ month: '2026-02', amountMinor: 4_000 },
	];
	const statements = openStatements([], moves, '2026-03');
	expect(statements.map(({ month, carriedMinor, payableMinor }) => [month, carriedMinor, payableMinor])).toEqual([
		['2026-01', 0, 0],
		['2026-02', -7_000, 0],
		['2026-03', -3_000, 2_000],
	]);
	const closed = statements.slice(0, 1);
	expect(openStatements(closed, moves.slice(0, 1), '2026-03')).toMatchObject([
		{ month: '2026-02', carriedMinor: -7_000, payableMinor: 0, moves: [] },
		{ month: '2026-03', carriedMinor: -7_000, payableMinor: 0 },
	]);
});

it('tells what belongs to a closed month in the first that is not, also where the clock went back to it', () => {
	const closed = [{ month: '2026-10', collectedMinor: 5_000, carriedMinor: 0 }];
	const late = [{ month: '2026-09', amountMinor: 3_000 }];
	const at = (thisMonth: string) => openStatements(closed, late, thisMonth);
	expect(at('2026-10')).toMatchObject([{ month: '2026-11', moves: late }]);
	expect(at('2026-12')).toMatchObject([
		{ month: '2026-11', moves: late },
		{ month: '2026-12', moves: [] },
	]);
});

it('never pays more than came, never asks for money, loses nothing, and changes nothing that is closed', () => {
	fc.assert(
		fc.property(year, (months) => {
			const closed: ClosedMonth[] = [];
			let open: { month: string; amountMinor: number }[] = [];
			let paid = 0;
			for (const [nth, { known, isClosed }] of months.entries()) {
				open.push(...known.filter(({ month }) => month <= monthAfter(nth)));
				const statements = openStatements(closed, open, monthAfter(nth));
				const over = isClosed ? statements.filter(({ month }) => month <= monthAfter(nth)) : [];
				paid += sum(over.map(({ payableMinor }) => payableMinor));
				closed.push(...over);
				open = open.filter((each) => !over.some(({ moves }) => moves.includes(each)));
				for (const { payableMinor, carriedMinor } of statements) {
					expect(payableMinor).toBeGreaterThanOrEqual(0);
					expect(carriedMinor).toBeLessThanOrEqual(0);
				}
				expect(new Set(closed.map(({ month }) => month)).size).toBe(closed.length);
			}
			const last = closed.at(-1);
			expect(paid + (last ? missingAfter(last) : 0)).toBe(sum(closed.map(({ collectedMinor }) => collectedMinor)));
			const statements = openStatements(closed, open, monthAfter(months.length));
			const known = months.flatMap((month, nth) => month.known.filter((each) => each.month <= monthAfter(nth)));
			const told = [...closed, ...statements].map(({ collectedMinor }) => collectedMinor);
			expect(sum(told)).toBe(sum(known.map(({ amountMinor }) => amountMinor)));
		}),
	);
});
