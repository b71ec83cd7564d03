import { subtract, union, type Interval } from './intervals.ts';

/** A weekly opening. `weekday` is ISO (Monday 1 … Sunday 7), minutes count from midnight on the wall clock. */
export interface WeeklyHours {
	readonly weekday: number;
	readonly startMinute: number;
	/** At most 1440, the midnight that ends the day. */
	readonly endMinute: number;
}

/**
 * When `hours` are open on `date`, as spans of real time. Where clocks change, an opening keeps its wall-clock ends
 * and becomes longer or shorter; an end that the change skips moves on by the length of the gap.
 */
export function openingsOn(date: Temporal.PlainDate, hours: readonly WeeklyHours[], timeZone: string): Interval[] {
	const instantAt = (minute: number) =>
		date.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(timeZone).epochMilliseconds;
	return union(
		hours
			.filter(({ weekday }) => weekday === date.dayOfWeek)
			.map(({ startMinute, endMinute }) => ({ start: instantAt(startMinute), end: instantAt(endMinute) })),
	);
}

export interface SlotRules {
	/** The visit's length in milliseconds. */
	readonly length: number;
	/** Visits start at multiples of this from each opening, in milliseconds. */
	readonly step: number;
	/** Nothing starts before this instant, in milliseconds since 1970. */
	readonly notBefore: number;
}

/** The instants at which a visit can start: wholly inside one opening and beside everything in `busy`. */
export function startTimes(openings: readonly Interval[], busy: readonly Interval[], rules: SlotRules): number[] {
	return union(openings).flatMap((opening) =>
		subtract([opening], busy).flatMap((free) => startsWithin(free, opening.start, rules)),
	);
}

function startsWithin(free: Interval, origin: number, { length, step, notBefore }: SlotRules): number[] {
	const starts: number[] = [];
	const earliest = Math.max(free.start, notBefore);
	const first = origin + Math.ceil((earliest - origin) / step) * step;
	for (let start = first; start + length <= free.end; start += step) starts.push(start);
	return starts;
}
