import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOver } from './availability.ts';
import { subtract, union, type Interval } from './intervals.ts';
import { openings, startTimes, type DatedHours } from './slots.ts';
import { clockOf } from './zoneClock.ts';

const MINUTE = 60_000;
const at = (instant: string) => Date.parse(instant);
const iso = (time: number) => new Date(time).toISOString().replace(':00.000Z', 'Z');
const utc = clockOf('UTC', 0, 0);

function openOn(
	date: string,
	timeZone: string,
	hours: [startMinute: number, endMinute: number][],
	exceptions: DatedHours[] = [],
) {
	const day = Temporal.PlainDate.from(date);
	const weekly = hours.map(([startMinute, endMinute]) => ({ weekday: day.dayOfWeek, startMinute, endMinute }));
	return openings(day, 1, { weekly, exceptions }, clockOver(timeZone, day, 1));
}

test.each([
	['a common day', '2026-03-02', 'Atlantic/Reykjavik', 9 * 60, 12 * 60, '2026-03-02T09:00Z', '2026-03-02T12:00Z'],
	['east of Greenwich', '2026-03-02', 'Europe/Warsaw', 9 * 60, 12 * 60, '2026-03-02T08:00Z', '2026-03-02T11:00Z'],
	['until midnight', '2026-03-02', 'Europe/Warsaw', 22 * 60, 1440, '2026-03-02T21:00Z', '2026-03-02T23:00Z'],
	['over the lost hour', '2026-03-29', 'Europe/Warsaw', 60, 240, '2026-03-29T00:00Z', '2026-03-29T02:00Z'],
	['from inside the lost hour', '2026-03-29', 'Europe/Warsaw', 150, 240, '2026-03-29T01:30Z', '2026-03-29T02:00Z'],
	['over the hour that comes twice', '2026-10-25', 'Europe/Warsaw', 60, 240, '2026-10-24T23:00Z', '2026-10-25T03:00Z'],
	['after the change of clocks', '2026-03-30', 'Europe/Warsaw', 540, 720, '2026-03-30T07:00Z', '2026-03-30T10:00Z'],
	['over a lost half hour', '2026-10-04', 'Australia/Lord_Howe', 60, 240, '2026-10-03T14:30Z', '2026-10-03T17:00Z'],
])('an opening on %s', (_, date, timeZone, startMinute, endMinute, start, end) => {
	expect(openOn(date, timeZone, [[startMinute, endMinute]])).toEqual([{ start: at(start), end: at(end) }]);
});

test('a day without hours is closed', () => {
	const monday = Temporal.PlainDate.from('2026-03-02');
	const tuesdays = { weekly: [{ weekday: 2, startMinute: 0, endMinute: 60 }], exceptions: [] };
	expect(openings(monday, 1, tuesdays, utc)).toEqual([]);
	expect(openings(monday, 9, tuesdays, utc).map(({ start }) => iso(start))).toEqual([
		...['2026-03-03T00:00Z', '2026-03-10T00:00Z'],
	]);
});

test.each([
	['closed', [{ date: '2026-03-02', hours: null }], []],
	['open at another time', [{ date: '2026-03-02', hours: { startMinute: 840, endMinute: 900 } }], ['14:00', '15:00']],
	['as every week, as the exception is for another date', [{ date: '2026-03-09', hours: null }], ['09:00', '12:00']],
])('with its exceptions a date is %s', (_, exceptions, expected) => {
	const open = openOn('2026-03-02', 'UTC', [[540, 720]], exceptions);
	expect(open.flatMap(({ start, end }) => [iso(start), iso(end)])).toEqual(
		expected.map((time) => `2026-03-02T${time}Z`),
	);
});

test('an opening until midnight goes on in the one from there', () => {
	const monday = Temporal.PlainDate.from('2026-03-02');
	const weekly = [
		{ weekday: 1, startMinute: 1380, endMinute: 1440 },
		{ weekday: 2, startMinute: 0, endMinute: 60 },
	];
	expect(openings(monday, 2, { weekly, exceptions: [] }, utc)).toEqual([
		{ start: at('2026-03-02T23:00Z'), end: at('2026-03-03T01:00Z') },
	]);
});

const rules = { length: 50 * MINUTE, step: 30 * MINUTE };

test.each([
	['the whole morning', [['09:00', '12:00']], ['09:00', '09:30', '10:00', '10:30', '11:00']],
	['from off the grid', [['09:10', '12:00']], ['09:30', '10:00', '10:30', '11:00']],
	[
		'two parts',
		[
			['09:00', '10:00'],
			['10:50', '12:00'],
		],
		['09:00', '11:00'],
	],
	['nothing long enough', [['09:00', '09:49']], []],
] as const)('start times in %s', (_, parts, expected) => {
	const free = parts.map(([start, end]) => ({ start: at(`2026-03-02T${start}Z`), end: at(`2026-03-02T${end}Z`) }));
	expect(startTimes(free, rules, utc).map(iso)).toEqual(expected.map((time) => `2026-03-02T${time}Z`));
});

test.each([
	['Asia/Kolkata', '2026-03-02', ['03:30', '04:30']],
	['Australia/Lord_Howe, before clocks go forward by half an hour', '2026-10-03', ['22:30', '23:30']],
	['Australia/Lord_Howe, after it', '2026-10-04', ['22:00', '23:00']],
])('full hours are those on the wall in %s', (where, date, expected) => {
	const zone = where.split(',')[0] ?? '';
	const open = openOn(date, zone, [[540, 660]]);
	const clock = clockOver(zone, Temporal.PlainDate.from(date), 1);
	const starts = startTimes(open, { length: 50 * MINUTE, step: 60 * MINUTE }, clock);
	expect(starts.map((start) => iso(start).slice(11, 16))).toEqual(expected);
});

const interval = fc
	.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 300 }))
	.map(([start, length]): Interval => ({ start, end: start + length }));
const intervals = fc.array(interval, { maxLength: 10 });
const anyRules = fc.record({ length: fc.integer({ min: 1, max: 120 }), step: fc.integer({ min: 1, max: 60 }) });

test('every start time that fits into free time on the grid is found once, and no other', () => {
	fc.assert(
		fc.property(intervals, intervals, anyRules, (open, busy, given) => {
			const free = subtract(open, busy);
			const expected = union(free).flatMap(({ start, end }) => {
				const all = Array.from({ length: end - start }, (_, offset) => start + offset);
				return all.filter((time) => time % given.step === 0 && time + given.length <= end);
			});
			expect(startTimes(free, given, utc)).toEqual(expected);
		}),
	);
});
