import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeOf, freeUntilOf } from './fees.ts';

const rules = { lateFeePercent: 50, noShowFeePercent: 100 };
const startsAt = new Date('2026-03-03T10:00:00Z');
const visit = { amountMinor: 19_501, freeUntil: freeUntilOf(startsAt, { freeCancelHours: 24 }) };
const at = (instant: string) => new Date(instant);

test('a client who cancels with fewer hours left pays the share, half up; exactly at the limit it is free', () => {
	const cancelledAt = at('2026-03-02T10:00:00.001Z');
	expect(feeOf({ ...visit, reason: 'BY_CLIENT', cancelledAt }, rules)).toBe(9751);
	expect(feeOf({ ...visit, reason: 'BY_CLIENT', cancelledAt: at('2026-03-02T10:00:00Z') }, rules)).toBe(0);
});

test('where the professional has no rule, a client cancels free of charge to the last', () => {
	const freeUntil = freeUntilOf(startsAt, null);
	expect(feeOf({ ...visit, freeUntil, reason: 'BY_CLIENT', cancelledAt: startsAt }, rules)).toBe(0);
	expect(feeOf({ ...visit, freeUntil, reason: 'NO_SHOW', cancelledAt: startsAt }, rules)).toBe(19_501);
});

test('who does not come pays the other share; what the clinic cancels costs nothing', () => {
	const cancelledAt = at('2026-03-03T10:15:00Z');
	expect(feeOf({ ...visit, reason: 'NO_SHOW', cancelledAt }, rules)).toBe(19_501);
	expect(feeOf({ ...visit, reason: 'BY_PROFESSIONAL', cancelledAt }, rules)).toBe(0);
	expect(feeOf({ ...visit, reason: 'OTHER', cancelledAt }, rules)).toBe(0);
});

test('a fee is the nearest whole number to the exact share, the higher of two as near, and never above the price', () => {
	const amounts = fc.integer({ min: 0, max: 2_000_000_000 });
	fc.assert(
		fc.property(amounts, fc.integer({ min: 0, max: 100 }), (amountMinor, noShowFeePercent) => {
			const of = { amountMinor, freeUntil: null, reason: 'NO_SHOW', cancelledAt: startsAt } as const;
			const fee = feeOf(of, { ...rules, noShowFeePercent });
			const tooMuch = 2n * (100n * BigInt(fee) - BigInt(amountMinor) * BigInt(noShowFeePercent));
			expect(tooMuch > -100n && tooMuch <= 100n).toBe(true);
			expect(fee).toBeLessThanOrEqual(amountMinor);
		}),
	);
});
