import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subtract, union, type Interval } from './intervals.ts';

const interval = fc
	.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
	.map(([start, length]): Interval => ({ start, end: start + length }));
const intervals = fc.array(interval, { maxLength: 12 });

/** The whole instants that a list covers: what the algebra has to be right about. */
const instants = (list: readonly Interval[]): Set<number> =>
	new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset)));

test.each([
	['nothing', [], []],
	['an empty interval', [{ start: 5, end: 5 }], []],
	[
		'neighbours',
		[
			{ start: 5, end: 9 },
			{ start: 1, end: 5 },
		],
		[{ start: 1, end: 9 }],
	],
	[
		'one inside another',
		[
			{ start: 1, end: 9 },
			{ start: 3, end: 4 },
		],
		[{ start: 1, end: 9 }],
	],
	[
		'two apart',
		[
			{ start: 6, end: 7 },
			{ start: 1, end: 2 },
		],
		[
			{ start: 1, end: 2 },
			{ start: 6, end: 7 },
		],
	],
])('union of %s', (_, given, expected) => {
	expect(union(given)).toEqual(expected);
});

test.each([
	[
		'from the middle',
		[{ start: 3, end: 4 }],
		[
			{ start: 0, end: 3 },
			{ start: 4, end: 10 },
		],
	],
	[
		'from both ends',
		[
			{ start: -5, end: 1 },
			{ start: 9, end: 20 },
		],
		[{ start: 1, end: 9 }],
	],
	['everything', [{ start: 0, end: 10 }], []],
	['beside it', [{ start: 10, end: 12 }], [{ start: 0, end: 10 }]],
])('subtracting %s', (_, taken, expected) => {
	expect(subtract([{ start: 0, end: 10 }], taken)).toEqual(expected);
});

test('a union covers the same instants, in order, with a gap between any two parts', () => {
	fc.assert(
		fc.property(intervals, (list) => {
			const result = union(list);
			expect(instants(result)).toEqual(instants(list));
			for (const [index, part] of result.entries()) {
				expect(part.start).toBeLessThan(part.end);
				expect(part.start).toBeGreaterThan(result[index - 1]?.end ?? -1);
			}
		}),
	);
});

test('subtracting leaves the instants that are in the first and not in the second', () => {
	fc.assert(
		fc.property(intervals, intervals, (from, taken) => {
			expect(instants(subtract(from, taken))).toEqual(instants(from).difference(instants(taken)));
		}),
	);
});

test('what is left and what was taken make up the whole again', () => {
	fc.assert(
		fc.property(intervals, intervals, (from, taken) => {
			expect(union([...subtract(from, taken), ...taken])).toEqual(union([...from, ...taken]));
		}),
	);
});
