import type { BookingRules } from './bookingRules.ts';
import { subtract, type Interval } from './intervals.ts';
import { openings, startTimes, wallMidnight, type OpeningHours } from './slots.ts';
import { clockOf, instantOn, type ClockSpan } from './zoneClock.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a professional's time is taken by. */
export interface Busy {
	/** Visits, and times that somebody is about to book: each has the professional's buffers around it. */
	readonly visits: readonly Interval[];
	/** Blocks, and what stands in other calendars. */
	readonly others: readonly Interval[];
}

export interface Search {
	readonly timeZone: string;
	readonly hours: OpeningHours;
	readonly rules: Pick<BookingRules, 'stepMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;
	readonly busy: Busy;
	/** The visit's length in milliseconds. */
	readonly length: number;
	readonly first: Temporal.PlainDate;
	readonly days: number;
	/** Visits start within it. */
	readonly bookable: Interval;
}

/** The clock of a zone over whole dates and as long as a visit on the last of them can last. */
export function clockOver(timeZone: string, first: Temporal.PlainDate, days: number): ClockSpan[] {
	const midnight = wallMidnight(first);
	return clockOf(timeZone, midnight - 2 * DAY, midnight + (days + 2) * DAY);
}

/** The instants at which a visit can start on these dates, in order, in milliseconds since 1970. */
export function freeStarts({ hours, rules, busy, length, first, days, bookable, ...search }: Search): number[] {
	const clock = clockOver(search.timeZone, first, days);
	const open = openings(first, days, hours, clock);
	const free = subtract(open, withBuffers(busy, rules));
	const starts = startTimes(free, { length, step: rules.stepMinutes * MINUTE }, clock);
	return starts.filter((start) => bookable.start <= start && start < bookable.end);
}

/**
 * What no visit may touch. Between two visits is the longer of the buffers, as the time after one can be the time
 * before the next; before and after anything else is the visit's own.
 */
function withBuffers({ visits, others }: Busy, rules: Search['rules']): Interval[] {
	const before = rules.bufferBeforeMinutes * MINUTE;
	const after = rules.bufferAfterMinutes * MINUTE;
	const between = Math.max(before, after);
	return [
		...visits.map(({ start, end }) => ({ start: start - between, end: end + between })),
		...others.map(({ start, end }) => ({ start: start - after, end: end + before })),
	];
}

/** When clients can book: from the notice on, until the end of the last day of the horizon on the professional's clock. */
export function bookablePeriod(
	{ noticeMinutes, horizonDays }: Pick<BookingRules, 'noticeMinutes' | 'horizonDays'>,
	timeZone: string,
	now: Date,
): Interval {
	const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
	const clock = clockOver(timeZone, today, horizonDays + 1);
	return {
		start: now.getTime() + noticeMinutes * MINUTE,
		end: instantOn(clock, wallMidnight(today) + (horizonDays + 1) * DAY),
	};
}

/** Start times as ISO 8601 instants, by their dates on the clock of `timeZone`; a date without any has an empty list. */
export function byDate(
	starts: readonly number[],
	timeZone: string,
	first: Temporal.PlainDate,
	days: number,
): { date: string; startTimes: string[] }[] {
	const clock = clockOver(timeZone, first, days);
	let next = 0;
	return Array.from({ length: days }, (_, day) => {
		const midnight = instantOn(clock, wallMidnight(first) + (day + 1) * DAY);
		const from = next;
		while ((starts[next] ?? Infinity) < midnight) next += 1;
		const own = starts.slice(from, next).map((start) => new Date(start).toISOString());
		return { date: first.add({ days: day }).toString(), startTimes: own };
	});
}
