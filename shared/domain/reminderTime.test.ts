import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastDueStart, reminderTime, type QuietHours } from './reminderTime.ts';

const night = { from: 21 * 60, until: 8 * 60 };
const at = (local: string, timeZone: string) => Temporal.ZonedDateTime.from(`${local}[${timeZone}]`).epochMilliseconds;
const local = (time: number, timeZone: string) =>
	Temporal.Instant.fromEpochMilliseconds(time)
		.toZonedDateTimeISO(timeZone)
		.toPlainDateTime()
		.toString({ smallestUnit: 'minute' });

test.each([
	['outside of them it leaves at its hour', '2026-03-03T15:00', 24, '2026-03-02T15:00'],
	['in them it waits for their end', '2026-03-03T07:30', 24, '2026-03-02T08:00'],
	['with half of the notice left it waits', '2026-03-03T09:00', 2, '2026-03-03T08:00'],
	['with less it leaves before them', '2026-03-03T08:30', 2, '2026-03-02T20:45'],
	['a visit that begins in them is told before', '2026-03-03T06:00', 2, '2026-03-02T20:45'],
	['their beginning is quiet', '2026-03-03T21:00', 24, '2026-03-03T08:00'],
	['their end is not', '2026-03-03T08:00', 24, '2026-03-02T08:00'],
] as const)('%s', (_, visit, hours, leaves) => {
	const zone = 'Atlantic/Reykjavik';
	expect(local(reminderTime(at(visit, zone), hours, night, zone), zone)).toBe(leaves);
});

test.each([
	// 24 hours before 08:30 is 07:30 in winter time, and 07:30 is quiet.
	['spring', 'Europe/Warsaw', '2026-03-29T08:30', '2026-03-28T08:00'],
	// 24 hours before 07:30 is 08:30 in summer time, which is not.
	['autumn', 'Europe/Warsaw', '2026-10-25T07:30', '2026-10-24T08:30'],
	['spring, over the ocean', 'America/New_York', '2026-03-08T08:30', '2026-03-07T08:00'],
] as const)('quiet hours are those of the clock on the night that it changes: %s', (_, zone, visit, leaves) => {
	expect(local(reminderTime(at(visit, zone), 24, night, zone), zone)).toBe(leaves);
});

test('quiet hours at noon are within one day', () => {
	const noon = { from: 12 * 60, until: 13 * 60 };
	const zone = 'Europe/Berlin';
	expect(local(reminderTime(at('2026-03-03T14:30', zone), 2, noon, zone), zone)).toBe('2026-03-03T13:00');
});

const zones = ['Atlantic/Reykjavik', 'Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
const minute = 60_000;
/** Around both changes of the clocks in all of them. */
const moments = fc
	.tuple(fc.constantFrom('2026-03-01', '2026-04-01', '2026-10-01', '2026-11-01'), fc.integer({ min: 0, max: 57_600 }))
	.map(([day, minutes]) => Date.parse(day) + minutes * minute);
const quietHours = fc
	.record({ from: fc.integer({ min: 0, max: 1439 }), until: fc.integer({ min: 0, max: 1439 }) })
	.filter(({ from, until }) => from !== until);

const isQuiet = (time: number, { from, until }: QuietHours, timeZone: string) => {
	const { hour, minute: past } = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone);
	const now = hour * 60 + past;
	return from < until ? from <= now && now < until : now >= from || now < until;
};

test('it is never late, and never after the visit has begun', () => {
	fc.assert(
		fc.property(
			moments,
			fc.integer({ min: 1, max: 336 }),
			quietHours,
			fc.constantFrom(...zones),
			(start, hours, quiet, zone) => {
				const leaves = reminderTime(start, hours, quiet, zone);
				expect(leaves).toBeLessThan(start);
				expect(reminderTime(start, hours, null, zone)).toBe(start - hours * 60 * minute);
			},
		),
	);
});

test('what is due now is just what the time of each says', () => {
	// Where a quiet time of day comes twice or not at all, clock and instants differ for that hour: nights are enough here.
	const nights = fc.record({
		from: fc.integer({ min: 18 * 60, max: 1439 }),
		until: fc.integer({ min: 240, max: 600 }),
	});
	fc.assert(
		fc.property(
			...([
				moments,
				fc.integer({ min: 1, max: 72 }),
				nights,
				fc.constantFrom(...zones),
				fc.integer({ min: -3000, max: 3000 }),
			] as const),
			(now, hours, quiet, zone, shift) => {
				const last = lastDueStart(now, hours, quiet, zone);
				expect(last === null).toBe(isQuiet(now, quiet, zone));
				if (last === null) return;
				for (const start of [last, last + 1, now + hours * 60 * minute + shift * minute]) {
					expect(reminderTime(start, hours, quiet, zone) <= now).toBe(start <= last);
				}
			},
		),
		{ numRuns: 2_000 },
	);
});
