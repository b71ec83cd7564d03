import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookablePeriod, freeStarts, type Search } from './availability.ts';
import { defaultBookingRules, stepsInMinutes } from './bookingRules.ts';
import type { Interval } from './intervals.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const forEver = { start: -Infinity, end: Infinity };

/** The nights on which clocks change in 2026, and the same days where they do not. */
const nights = [
	...['2026-03-29', '2026-10-25'].map((date) => ({ date, timeZone: 'Europe/Warsaw' })),
	...['2026-03-08', '2026-11-01'].map((date) => ({ date, timeZone: 'America/New_York' })),
	...['2026-04-05', '2026-09-06'].map((date) => ({ date, timeZone: 'America/Santiago' })),
	...['2026-04-05', '2026-09-27'].map((date) => ({ date, timeZone: 'Pacific/Auckland' })),
	...['2026-04-05', '2026-10-04'].map((date) => ({ date, timeZone: 'Australia/Lord_Howe' })),
	...['2026-03-29', '2026-10-25'].flatMap((date) =>
		['Asia/Kolkata', 'Atlantic/Reykjavik'].map((timeZone) => ({ date, timeZone })),
	),
];

const hours = fc
	.tuple(fc.integer({ min: 0, max: 1_380 }), fc.integer({ min: 15, max: 600 }))
	.map(([startMinute, length]) => ({ startMinute, endMinute: Math.min(1_440, startMinute + length) }));
const weekly = fc.array(
	fc.tuple(fc.integer({ min: 1, max: 7 }), hours).map(([weekday, opening]) => ({ weekday, ...opening })),
	{ maxLength: 12 },
);
const buffer = fc.constantFrom(0, 5, 10, 15, 30);
const rules = fc.record({
	stepMinutes: fc.constantFrom(...stepsInMinutes),
	bufferBeforeMinutes: buffer,
	bufferAfterMinutes: buffer,
});
/** Minutes after the midnight in UTC that begins the search, as far as the search goes. */
const taken = fc.array(
	fc
		.tuple(fc.integer({ min: -900, max: 4 * 1_440 }), fc.integer({ min: 5, max: 300 }))
		.map(([start, length]) => ({ start: start * MINUTE, end: (start + length) * MINUTE })),
	{ maxLength: 15 },
);

/** Three days around a night, with everything that can be in the way. */
const searches = fc
	.record({
		...{ night: fc.constantFrom(...nights), weekly, rules, visits: taken, others: taken },
		exceptions: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.option(hours)), { maxLength: 3 }),
		length: fc.integer({ min: 5, max: 120 }).map((minutes) => minutes * MINUTE),
		bookable: fc.tuple(fc.integer({ min: 0, max: 36 }), fc.integer({ min: 0, max: 72 })),
	})
	.map(({ night, visits, others, exceptions, bookable, ...rest }): Search => {
		const first = Temporal.PlainDate.from(night.date).subtract({ days: 1 });
		const midnight = first.toZonedDateTime(night.timeZone).epochMilliseconds;
		const shift = (list: Interval[]) =>
			list.map(({ start, end }) => ({ start: midnight + start, end: midnight + end }));
		return {
			...{ ...rest, timeZone: night.timeZone, first, days: 3 },
			hours: {
				weekly: rest.weekly,
				exceptions: exceptions.map(([days, opening]) => ({ date: first.add({ days }).toString(), hours: opening })),
			},
			busy: { visits: shift(visits), others: shift(others) },
			bookable: { start: midnight + bookable[0] * HOUR, end: midnight + (bookable[0] + bookable[1]) * HOUR },
		};
	});

const touches = (one: Interval, other: Interval) => one.start < other.end && other.start < one.end;

/** The rules in words, one minute after the other, read with Temporal. */
function canStart(start: number, { timeZone, hours: given, rules: own, busy, length, first, days, bookable }: Search) {
	if (start < bookable.start || start >= bookable.end) return false;
	const zoned = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
	if (zoned.minute % own.stepMinutes !== 0) return false;
	const visit = { start, end: start + length };
	const [before, after] = [own.bufferBeforeMinutes * MINUTE, own.bufferAfterMinutes * MINUTE];
	const around = ({ start: begin, end }: Interval) => ({ start: begin - before, end: end + after });
	if ([...busy.visits, ...busy.others].some((each) => touches(around(visit), each))) return false;
	if (busy.visits.some((each) => touches(visit, around(each)))) return false;
	const open = Array.from({ length: days }, (_, day) => first.add({ days: day })).flatMap((date) => {
		const instead = given.exceptions.filter((each) => each.date === date.toString());
		const today = instead.length > 0 ? instead.flatMap((each) => each.hours ?? []) : given.weekly;
		const at = (minute: number) =>
			date.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(timeZone).epochMilliseconds;
		return today
			.filter((each) => !('weekday' in each) || each.weekday === date.dayOfWeek)
			.map(({ startMinute, endMinute }) => ({ start: at(startMinute), end: at(endMinute) }));
	});
	for (let minute = start; minute < visit.end; minute += MINUTE) {
		if (!open.some((each) => each.start <= minute && minute < each.end)) return false;
	}
	return true;
}

test('what is offered is exactly what the rules allow, on the nights when clocks change too', () => {
	fc.assert(
		fc.property(searches, (search) => {
			const begin = search.first.toZonedDateTime(search.timeZone).epochMilliseconds;
			const steps = Array.from(
				{ length: (search.days * DAY + 2 * HOUR) / (5 * MINUTE) },
				(_, nth) => begin + nth * 5 * MINUTE,
			);
			expect(freeStarts(search)).toEqual(steps.filter((start) => canStart(start, search)));
		}),
		{ numRuns: 150 },
	);
});

test('another visit, block or buffer never adds a time', () => {
	fc.assert(
		fc.property(searches, taken, (search, more) => {
			const shifted = more.map(({ start, end }) => ({
				start: search.bookable.start + start,
				end: search.bookable.start + end,
			}));
			const fewer = freeStarts({ ...search, busy: { ...search.busy, others: [...search.busy.others, ...shifted] } });
			expect(new Set(fewer).isSubsetOf(new Set(freeStarts(search)))).toBe(true);
		}),
	);
});

const workday: Omit<Search, 'rules' | 'bookable' | 'busy'> = {
	...{ timeZone: 'UTC', length: 50 * MINUTE, first: Temporal.PlainDate.from('2026-03-02'), days: 1 },
	hours: { weekly: [{ weekday: 1, startMinute: 540, endMinute: 780 }], exceptions: [] },
};
const nine = Date.UTC(2026, 2, 2, 9);
const visits = [{ start: nine + HOUR, end: nine + HOUR + 50 * MINUTE }];

test.each([
	['no buffers', 0, 0, ['9:0', '11:0', '11:30', '12:0']],
	['ten minutes after each visit', 0, 10, ['9:0', '11:0', '11:30', '12:0']],
	['a quarter before each visit', 15, 0, ['11:30', '12:0']],
])('with %s', (_, bufferBeforeMinutes, bufferAfterMinutes, expected) => {
	const buffers = { bufferBeforeMinutes, bufferAfterMinutes };
	const search = { ...workday, busy: { visits, others: [] }, bookable: forEver };
	const starts = freeStarts({ ...search, rules: { stepMinutes: 30, ...buffers } });
	expect(starts.map((start) => `${new Date(start).getUTCHours()}:${new Date(start).getUTCMinutes()}`)).toEqual(
		expected,
	);
});

test('the bookable period ends with the last day on the professional’s clock', () => {
	const now = new Date('2026-03-27T23:30:00Z');
	const given = { ...defaultBookingRules, noticeMinutes: 90, horizonDays: 2 };
	// In Warsaw it is the 28th already, and clocks go forward on the 29th.
	expect(bookablePeriod(given, 'Europe/Warsaw', now)).toEqual({
		start: Date.parse('2026-03-28T01:00:00Z'),
		end: Date.parse('2026-03-30T22:00:00Z'),
	});
	expect(bookablePeriod(given, 'Atlantic/Reykjavik', now).end).toBe(Date.parse('2026-03-30T00:00:00Z'));
});
