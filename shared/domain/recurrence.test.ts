import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Recurrence } from '../contract/recurrence.ts';
import { movedAlike, movedRule, occurrencesOf, ruleOf } from './recurrence.ts';

const zones = ['Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Atlantic/Reykjavik'];
const at = (text: string) => Temporal.ZonedDateTime.from(text);
const wall = (times: number[], zone: string) =>
	times.map((time) =>
		Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDateTime().toString(),
	);

const starts = fc
	.record({
		days: fc.integer({ min: 0, max: 1_500 }),
		minutes: fc.integer({ min: 0, max: 1_439 }),
		zone: fc.constantFrom(...zones),
	})
	.map(({ days, minutes, zone }) =>
		new Temporal.PlainDateTime(2026, 1, 1).add({ days, minutes }).toZonedDateTime(zone),
	);
const rules = fc.record({
	frequency: fc.constantFrom('WEEKLY' as const, 'MONTHLY_BY_DATE' as const, 'MONTHLY_BY_WEEKDAY' as const),
	interval: fc.integer({ min: 1, max: 5 }),
	weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
	count: fc.integer({ min: 2, max: 60 }),
	byDate: fc.boolean(),
});

/** The same rule by another library, which knows no zones: on a clock that never changes, then put into the zone. */
function byIcal(rule: string, start: Temporal.ZonedDateTime): number[] {
	const until = /UNTIL=(\w+)/.exec(rule)?.[1];
	const local = until === undefined ? rule : rule.replace(until, basicOf(until, start.timeZoneId));
	const iterator = ICAL.Recur.fromString(local).iterator(
		ICAL.Time.fromDateTimeString(start.toPlainDateTime().toString({ smallestUnit: 'second' })),
	);
	const found: number[] = [];
	for (let next = iterator.next(); next && found.length < 201; next = iterator.next()) {
		found.push(Temporal.PlainDateTime.from(next.toString()).toZonedDateTime(start.timeZoneId).epochMilliseconds);
	}
	return found;
}

/** `20260301T225959Z` on the zone's clock. */
function basicOf(utc: string, zone: string): string {
	const instant = Temporal.Instant.from(utc.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
	return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString().replaceAll(/[-:]/g, '');
}

test('every occurrence is where another library puts it, in zones with and without changes of clocks', () => {
	fc.assert(
		fc.property(starts, rules, (start, { count, byDate, ...pattern }) => {
			const until = start
				.toPlainDate()
				.add({ months: pattern.interval * 9 })
				.toString();
			const rule = ruleOf({ ...pattern, end: byDate ? { until } : { count } }, start);
			const expected = byIcal(rule, start);
			fc.pre(expected.length >= 2 && expected.length <= 200);
			expect(occurrencesOf(rule, start)).toEqual(expected);
		}),
		{ numRuns: 100 },
	);
}, 30_000);

describe('a series', () => {
	const weekly: Recurrence = { frequency: 'WEEKLY', interval: 1, end: { count: 3 } };
	test.each([
		['Europe/Warsaw', '2026-03-22T02:30', ['2026-03-22T02:30:00', '2026-03-29T03:30:00', '2026-04-05T02:30:00']],
		['Europe/Warsaw', '2026-10-18T10:00', ['2026-10-18T10:00:00', '2026-10-25T10:00:00', '2026-11-01T10:00:00']],
		['America/New_York', '2026-03-01T09:00', ['2026-03-01T09:00:00', '2026-03-08T09:00:00', '2026-03-15T09:00:00']],
		['Asia/Kolkata', '2026-03-22T09:00', ['2026-03-22T09:00:00', '2026-03-29T09:00:00', '2026-04-05T09:00:00']],
	])('keeps its time on the clocks of %s from %s', (zone, first, expected) => {
		const start = Temporal.PlainDateTime.from(first).toZonedDateTime(zone);
		expect(wall(occurrencesOf(ruleOf(weekly, start), start), zone)).toEqual(expected);
	});

	test('of a fifth weekday is on the last one of each month', () => {
		const start = at('2026-01-29T10:00[Europe/Warsaw]');
		const rule = ruleOf({ ...weekly, frequency: 'MONTHLY_BY_WEEKDAY' }, start);
		expect(rule).toBe('FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TH;COUNT=3');
		expect(wall(occurrencesOf(rule, start), 'Europe/Warsaw')).toEqual([
			'2026-01-29T10:00:00',
			'2026-02-26T10:00:00',
			'2026-03-26T10:00:00',
		]);
	});

	test('has its last day too, and no more than 200 dates', () => {
		const start = at('2026-01-05T23:30[America/New_York]');
		const until = (date: string) => occurrencesOf(ruleOf({ ...weekly, end: { until: date } }, start), start);
		expect(until('2026-01-19')).toHaveLength(3);
		expect(until('2026-01-18')).toHaveLength(2);
		expect(() => until('2226-01-01')).toThrow(expect.objectContaining({ code: 'SERIES_TOO_LONG' }));
		expect(() => until('2026-01-06')).toThrow(expect.objectContaining({ code: 'SERIES_EMPTY' }));
	});

	test('moves by days and to another time of day, over a change of clocks', () => {
		const [from, to] = [at('2026-03-24T10:00[Europe/Warsaw]'), at('2026-03-25T11:15[Europe/Warsaw]')];
		const later = at('2026-03-31T10:00[Europe/Warsaw]').epochMilliseconds;
		expect(wall([movedAlike(later, from, to)], 'Europe/Warsaw')).toEqual(['2026-04-01T11:15:00']);
		const rule = ruleOf({ ...weekly, weekdays: [2, 7] }, from);
		const last = at('2026-04-08T11:15[Europe/Warsaw]');
		expect(movedRule(rule, { from, to, last })).toBe('FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;UNTIL=20260408T215959Z');
	});
});
