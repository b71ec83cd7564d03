import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, instantOn } from './zoneClock.ts';

const HOUR = 3_600_000;
/** Northern and southern changes of clocks, one of half an hour, a half hour without any, none at all. */
const zones = [
	...['Europe/Warsaw', 'America/New_York', 'America/Santiago', 'Pacific/Auckland', 'Australia/Lord_Howe'],
	...['Asia/Kolkata', 'Atlantic/Reykjavik', 'UTC'],
];
const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

test.each([
	['Europe/Warsaw', [HOUR, 2 * HOUR, HOUR]],
	['Australia/Lord_Howe', [11 * HOUR, 10.5 * HOUR, 11 * HOUR]],
	['Asia/Kolkata', [5.5 * HOUR]],
	['Atlantic/Reykjavik', [0]],
])('the clock of a year in %s', (zone, offsets) => {
	const clock = clockOf(zone, year.from, year.to);
	expect(clock.map(({ offset }) => offset)).toEqual(offsets);
	expect(clock.slice(1).map(({ start }) => start)).toEqual(clock.slice(0, -1).map(({ end }) => end));
});

test('reading the clock agrees with Temporal for every minute, the skipped and the repeated ones among them', () => {
	const nights = zones.flatMap((zone) =>
		clockOf(zone, year.from, year.to)
			.slice(1)
			.map(({ start, offset }) => ({ zone, wall: start + offset })),
	);
	expect(nights.length).toBe(10);
	const nearNight = fc
		.tuple(fc.constantFrom(...nights), fc.integer({ min: -180, max: 180 }))
		.map(([{ zone, wall }, minutes]) => ({ zone, wall: wall + minutes * 60_000 }));
	const anyTime = fc.record({ zone: fc.constantFrom(...zones), wall: fc.integer({ min: year.from, max: year.to }) });
	fc.assert(
		fc.property(fc.oneof(nearNight, anyTime), ({ zone, wall }) => {
			const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
			const instant = instantOn(clockOf(zone, year.from - 48 * HOUR, year.to + 48 * HOUR), wall);
			expect(instant).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
		}),
		{ numRuns: 500 },
	);
});

test('a zone that is none has no clock', () => {
	expect(() => clockOf('Mars/Olympus', 0, 1)).toThrow(RangeError);
});
