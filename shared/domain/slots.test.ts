import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subtract, union, type Interval } from './intervals.ts';
import { openingsOn, startTimes } from './slots.ts';

const MINUTE = 60_000;
const at = (instant: string) => Date.parse(instant);
const iso = (time: number) => new Date(time).toISOString().replace(':00.000Z', 'Z');

test.each([
	['a common day', '2026-03-02', 'Atlantic/Reykjavik', 9 * 60, 12 * 60, '2026-03-02T09:00Z', '2026-03-02T12:00Z'],
	['east of Greenwich', '2026-03-02', 'Europe/Warsaw', 9 * 60, 12 * 60, '2026-03-02T08:00Z', '2026-03-02T11:00Z'],
	['until midnight', '2026-03-02', 'Europe/Warsaw', 22 * 60, 1440, '2026-03-02T21:00Z', '2026-03-02T23:00Z'],
	['over the lost hour', '2026-03-29', 'Europe/Warsaw', 60, 240, '2026-03-29T00:00Z', '2026-03-29T02:00Z'],
	['from inside the lost hour', '2026-03-29', 'Europe/Warsaw', 150, 240, '2026-03-29T01:30Z', '2026-03-29T02:00Z'],
	['over the hour that comes twice', '2026-10-25', 'Europe/Warsaw', 60, 240, '2026-10-24T23:00Z', '2026-10-25T03:00Z'],
	['after the change of clocks', '2026-03-30', 'Europe/Warsaw', 540, 720, '2026-03-30T07:00Z', '2026-03-30T10:00Z'],
])('an opening on %s', (_, date, timeZone, startMinute, endMinute, start, end) => {
	const day = Temporal.PlainDate.from(date);
	const openings = openingsOn(day, [{ weekday: day.dayOfWeek, startMinute, endMinute }], timeZone);
	expect(openings).toEqual([{ start: at(start), end: at(end) }]);
});

test('a day without hours is closed', () => {
	const monday = Temporal.PlainDate.from('2026-03-02');
	expect(openingsOn(monday, [{ weekday: 2, startMinute: 0, endMinute: 60 }], 'UTC')).toEqual([]);
});

const morning = { start: at('2026-03-02T09:00Z'), end: at('2026-03-02T12:00Z') };
const rules = { length: 50 * MINUTE, step: 30 * MINUTE, notBefore: 0 };

test.each([
	['nothing else', [], 0, ['09:00', '09:30', '10:00', '10:30', '11:00']],
	['a visit from 10 to 10:50', [['10:00', '10:50']], 0, ['09:00', '11:00']],
	['a visit that ends off the grid', [['08:00', '09:10']], 0, ['09:30', '10:00', '10:30', '11:00']],
	['a visit over all of it', [['08:00', '13:00']], 0, []],
	['half of the morning gone', [], at('2026-03-02T10:01Z'), ['10:30', '11:00']],
] as const)('start times beside %s', (_, busy, notBefore, expected) => {
	const taken = busy.map(([start, end]) => ({ start: at(`2026-03-02T${start}Z`), end: at(`2026-03-02T${end}Z`) }));
	const starts = startTimes([morning], taken, { ...rules, notBefore });
	expect(starts.map(iso)).toEqual(expected.map((time) => `2026-03-02T${time}Z`));
});

const interval = fc
	.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 300 }))
	.map(([start, length]): Interval => ({ start, end: start + length }));
const intervals = fc.array(interval, { maxLength: 10 });
const anyRules = fc.record({
	length: fc.integer({ min: 1, max: 120 }),
	step: fc.integer({ min: 1, max: 60 }),
	notBefore: fc.integer({ min: 0, max: 2_300 }),
});

test('every start time lies inside one opening, beside all that is busy, on the grid, and not too early', () => {
	fc.assert(
		fc.property(intervals, intervals, anyRules, (openings, busy, given) => {
			const whole = union(openings);
			for (const start of startTimes(openings, busy, given)) {
				const end = start + given.length;
				const opening = whole.find((each) => each.start <= start && end <= each.end);
				expect(opening).toBeDefined();
				expect((start - (opening?.start ?? 0)) % given.step).toBe(0);
				expect(busy.filter((each) => each.start < each.end && each.start < end && each.end > start)).toEqual([]);
				expect(start).toBeGreaterThanOrEqual(given.notBefore);
			}
		}),
	);
});

test('no start time on the grid that would do is left out', () => {
	fc.assert(
		fc.property(intervals, intervals, anyRules, (openings, busy, given) => {
			const offered = new Set(startTimes(openings, busy, given));
			for (const opening of union(openings)) {
				const free = subtract([opening], busy);
				for (let start = opening.start; start + given.length <= opening.end; start += given.step) {
					const fits = free.some((part) => part.start <= start && start + given.length <= part.end);
					expect(offered.has(start)).toBe(fits && start >= given.notBefore);
				}
			}
		}),
	);
});
