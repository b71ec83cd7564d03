import { expect, test } from 'vitest';
import { busyTimes } from './busyTimes.ts';
import { expandInThread } from './expand.ts';

const period = (from: string, until: string, timeZone = 'Atlantic/Reykjavik') => ({
	...{ timeZone, from: Date.parse(from), until: Date.parse(until) },
});
const spring = period('2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z');
const file = (...lines: string[]) =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:one', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'];
const read = (lines: string[], when = spring) =>
	busyTimes(file(...lines), when)
		.toSorted((one, other) => one.startsAt - other.startsAt)
		.map(({ startsAt, endsAt }) => `${minutes(startsAt)}/${minutes(endsAt)}`);
const minutes = (time: number) => new Date(time).toISOString().slice(0, 16);

test('an event in UTC, by its end, by its duration, or without either', () => {
	expect(read(event('DTSTART:20260302T090000Z', 'DTEND:20260302T100000Z'))).toEqual([
		'2026-03-02T09:00/2026-03-02T10:00',
	]);
	expect(read(event('DTSTART:20260302T090000Z', 'DURATION:PT90M'))).toEqual(['2026-03-02T09:00/2026-03-02T10:30']);
	expect(read(event('DTSTART:20260302T090000Z'))).toEqual([]);
	expect(read(event('DTSTART:20260302T090000Z', 'DTEND:20260302T080000Z'))).toEqual([]);
});

test('a repetition stays at its time of day when the clocks change, with the zone described or only named', () => {
	const weekly = event('DTSTART;TZID=Europe/Warsaw:20260320T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3');
	const expected = [
		'2026-03-20T08:00/2026-03-20T09:00',
		'2026-03-27T08:00/2026-03-27T09:00',
		'2026-04-03T07:00/2026-04-03T08:00',
	];
	expect(read(weekly)).toEqual(expected);
	const own = [
		...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', 'BEGIN:STANDARD', 'DTSTART:16011028T030000'],
		...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD'],
		...['BEGIN:DAYLIGHT', 'DTSTART:16010325T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'],
		...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'END:VTIMEZONE'],
	];
	const outlook = weekly.map((line) => line.replace('Europe/Warsaw', 'W. Europe Standard Time'));
	expect(read([...own, ...outlook])).toEqual(expected);
});

test('an exception is left out, an added date comes in, also where they are written in UTC', () => {
	const daily = event(
		...['DTSTART;TZID=Europe/Warsaw:20260327T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4'],
		...['EXDATE;TZID=Europe/Warsaw:20260328T090000', 'EXDATE:20260329T070000Z'],
		'RDATE;TZID=Europe/Warsaw:20260410T120000',
	);
	expect(read(daily)).toEqual([
		'2026-03-27T08:00/2026-03-27T09:00',
		'2026-03-30T07:00/2026-03-30T08:00',
		'2026-04-10T10:00/2026-04-10T11:00',
	]);
});

test('an occurrence that was moved, made free or cancelled takes the place of its original', () => {
	const series = event('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=5');
	const moved = event('RECURRENCE-ID:20260303T090000Z', 'DTSTART:20260303T150000Z', 'DURATION:PT30M');
	const free = event(
		'RECURRENCE-ID:20260304T090000Z',
		'DTSTART:20260304T090000Z',
		'DURATION:PT1H',
		'TRANSP:TRANSPARENT',
	);
	const cancelled = event(
		'RECURRENCE-ID:20260305T090000Z',
		'DTSTART:20260305T090000Z',
		'DURATION:PT1H',
		'STATUS:CANCELLED',
	);
	const expected = [
		'2026-03-02T09:00/2026-03-02T10:00',
		'2026-03-03T15:00/2026-03-03T15:30',
		'2026-03-06T09:00/2026-03-06T10:00',
	];
	expect(read([...series, ...moved, ...free, ...cancelled])).toEqual(expected);
	expect(read([...cancelled, ...free, ...moved, ...series])).toEqual(expected);
});

test('one that was moved into the period counts, though its original is long ago', () => {
	const series = event('DTSTART:20250101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2');
	const moved = event('RECURRENCE-ID:20250102T090000Z', 'DTSTART:20260303T150000Z', 'DURATION:PT30M');
	expect(read([...series, ...moved])).toEqual(['2026-03-03T15:00/2026-03-03T15:30']);
});

test('a change of this and all that follow', () => {
	const series = event('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3');
	const later = event(
		'RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T090000Z',
		'DTSTART:20260303T110000Z',
		'DURATION:PT1H',
	);
	expect(read([...series, ...later])).toEqual([
		'2026-03-02T09:00/2026-03-02T10:00',
		'2026-03-03T11:00/2026-03-03T12:00',
		'2026-03-04T11:00/2026-03-04T12:00',
	]);
});

test('all-day and floating times are on the professional’s clock', () => {
	const warsaw = period('2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z', 'Europe/Warsaw');
	// The day on which the clocks go forward has 23 hours.
	expect(read(event('DTSTART;VALUE=DATE:20260329'), warsaw)).toEqual(['2026-03-28T23:00/2026-03-29T22:00']);
	expect(read(event('DTSTART:20260402T090000', 'DURATION:PT1H'), warsaw)).toEqual([
		'2026-04-02T07:00/2026-04-02T08:00',
	]);
	const holiday = event('DTSTART;VALUE=DATE:20260330', 'DTEND;VALUE=DATE:20260402');
	expect(read(holiday, warsaw)).toEqual(['2026-03-29T22:00/2026-04-01T22:00']);
});

test('what is free, cancelled, over, far ahead or a visit of Samtal’s own does not count', () => {
	const time = ['DTSTART:20260302T090000Z', 'DTEND:20260302T100000Z'];
	expect(read(event(...time, 'TRANSP:TRANSPARENT'))).toEqual([]);
	expect(read(event(...time, 'STATUS:CANCELLED'))).toEqual([]);
	expect(read(event('DTSTART:20260228T090000Z', 'DTEND:20260228T100000Z'))).toEqual([]);
	expect(read(event('DTSTART:20260501T090000Z', 'DTEND:20260501T100000Z'))).toEqual([]);
	expect(read(event('DTSTART:20260228T230000Z', 'DTEND:20260301T010000Z'))).toHaveLength(1);
	expect(read(event(...time).map((line) => line.replace('UID:one', 'UID:x@samtal')))).toEqual([]);
});

test.each([
	['nothing', ''],
	['a page', '<!doctype html><title>Sign in</title>'],
	['a file that breaks off', file(...event('DTSTART:20260302T090000Z')).slice(0, -30)],
	['a date that is none', file(...event('DTSTART:yesterday', 'DTEND:20260302T100000Z'))],
	['a rule that is none', file(...event('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES'))],
])('%s is malformed', async (_, text) => {
	await expect(expandInThread(text, spring)).rejects.toMatchObject({ code: 'CALENDAR_MALFORMED' });
});

test('of a rule that never comes the first time is left, which the event itself names', () => {
	const never = event('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
	expect(read(never)).toEqual(['2026-03-02T09:00/2026-03-02T10:00']);
});

test('more than 10,000 occurrences are too many, in one event or in many', async () => {
	const minutely = event('DTSTART:20260302T090000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY;COUNT=10001');
	expect(() => busyTimes(file(...minutely), spring)).toThrow(expect.objectContaining({ code: 'CALENDAR_TOO_LARGE' }));
	const fits = event('DTSTART:20260302T090000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY;COUNT=5001');
	expect(busyTimes(file(...fits), spring)).toHaveLength(5_001);
	const twice = [...fits, ...fits.map((line) => line.replace('UID:one', 'UID:two'))];
	expect(() => busyTimes(file(...twice), spring)).toThrow(expect.objectContaining({ code: 'CALENDAR_TOO_LARGE' }));
});

test('a rule that takes for ever is given up, and nobody waits for it', async () => {
	const endless = event('DTSTART:19700101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY');
	let turns = 0;
	const turning = setInterval(() => (turns += 1), 10);
	await expect(expandInThread(file(...endless), spring)).rejects.toMatchObject({ code: 'CALENDAR_TOO_LARGE' });
	clearInterval(turning);
	expect(turns).toBeGreaterThan(50);
});
