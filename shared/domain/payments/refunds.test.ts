import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RefundStatus } from '../../contract/refunds.ts';
import { leftOf, refundAfter } from './refunds.ts';

const status = fc.constantFrom<RefundStatus[]>('PENDING', 'SUCCEEDED', 'FAILED');

it('ends the same in every order of the news and however often each comes', () => {
	const shuffled = fc
		.array(status, { minLength: 1 })
		.chain((news) =>
			fc.tuple(fc.constant(news), fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2 })),
		);
	fc.assert(
		fc.property(shuffled, ([news, again]) => {
			expect(again.reduce(refundAfter, 'PENDING')).toBe(news.reduce(refundAfter, 'PENDING'));
		}),
	);
});

it.each([
	['PENDING', 'SUCCEEDED', 'SUCCEEDED'],
	['SUCCEEDED', 'PENDING', 'SUCCEEDED'],
	['SUCCEEDED', 'FAILED', 'FAILED'],
	['FAILED', 'SUCCEEDED', 'FAILED'],
] as const)('%s that hears %s is %s', (known, told, after) => expect(refundAfter(known, told)).toBe(after));

it.each([
	['RECEIVED', 3000, 5500],
	['RECEIVED', 8500, 0],
	['PAYING', 0, 0],
])('of 8500 that is %s and of which %i went back, %i is left', (state, refundedMinor, left) => {
	expect(leftOf({ status: state, amountMinor: 8500, refundedMinor })).toBe(left);
});
