import fc from 'fast-check';
import { expect, it } from 'vitest';
import { disputeAfter, disputeOf, type ToldState } from './disputes.ts';

const [first, ...others]: [ToldState, ...ToldState[]] = [
	{ status: 'NEEDS_RESPONSE', at: 1 },
	{ status: 'UNDER_REVIEW', at: 1 },
	{ status: 'UNDER_REVIEW', at: 2 },
	{ status: 'LOST', at: 3 },
	{ status: 'LOST', at: 5 },
];

it('news of a dispute end the same in every order, repeated', () => {
	const all = [first, ...others];
	fc.assert(
		fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 10 }), ([start = first, ...rest]) => {
			expect(rest.reduce(disputeAfter, disputeOf(start))).toEqual({ status: 'LOST', closedAt: 3, lastEventAt: 5 });
		}),
	);
});

it('what was lost and is appealed against is open again', () => {
	const lost = disputeOf({ status: 'LOST', at: 3 });
	expect(disputeAfter(lost, { status: 'NEEDS_RESPONSE', at: 4 })).toEqual({
		...{ status: 'NEEDS_RESPONSE', closedAt: null, lastEventAt: 4 },
	});
	expect(disputeAfter(lost, { status: 'NEEDS_RESPONSE', at: 2 })).toBe(lost);
});
