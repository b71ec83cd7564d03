import { expect, test } from 'vitest';
import { duePayment } from './payFirst.ts';

test.each([
	['nothing yet', [], { amountMinor: 5_000 }],
	['asked', [['REQUESTED', 5_000]], 'asked'],
	['declined', [['FAILED', 5_000]], 'asked'],
	['paid', [['RECEIVED', 5_000]], 'paid'],
	['a part', [['RECEIVED', 2_000]], { amountMinor: 3_000 }],
	[
		'a part, and the rest was asked for',
		[
			['RECEIVED', 2_000],
			['PAYING', 3_000],
		],
		'asked',
	],
	['excused', [['CANCELLED', 5_000]], 'paid'],
	[
		'excused from the rest',
		[
			['RECEIVED', 2_000],
			['CANCELLED', 3_000],
		],
		'paid',
	],
	['a smaller request that was withdrawn', [['CANCELLED', 1_000]], { amountMinor: 5_000 }],
] as const)('of 5,000: %s', (_, payments, due) => {
	expect(
		duePayment(
			5_000,
			payments.map(([status, amountMinor]) => ({ status, amountMinor })),
		),
	).toEqual(due);
});

test('what costs nothing is paid', () => expect(duePayment(0, [])).toBe('paid'));
