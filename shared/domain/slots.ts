import { union, type Interval } from './intervals.ts';
import { instantOn, type ClockSpan } from './zoneClock.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Minutes after midnight on the wall clock; `endMinute` is at most 1440, the midnight that ends the day. */
export interface Hours {
	readonly startMinute: number;
	readonly endMinute: number;
}

/** A weekly opening. `weekday` is ISO: Monday 1 … Sunday 7. */
export interface WeeklyHours extends Hours {
	readonly weekday: number;
}

/** What takes the place of the weekly hours on one date (`2026-03-02`): an opening, or null where it stays closed. */
export interface DatedHours {
	readonly date: string;
	readonly hours: Hours | null;
}

/** When one office of a professional is open. */
export interface OpeningHours {
	readonly weekly: readonly WeeklyHours[];
	readonly exceptions: readonly DatedHours[];
}

/**
 * When `hours` are open on `days` dates from `first`, as spans of real time on `clock`. Where clocks change, an opening
 * keeps its wall-clock ends and becomes longer or shorter; an end that the change skips moves on by the length of the
 * gap. An opening until midnight and one from there are one.
 */
export function openings(
	first: Temporal.PlainDate,
	days: number,
	{ weekly, exceptions }: OpeningHours,
	clock: readonly ClockSpan[],
): Interval[] {
	const midnight = wallMidnight(first);
	const exceptional = Map.groupBy(exceptions, ({ date }) => wallMidnight(Temporal.PlainDate.from(date)));
	const byWeekday = Map.groupBy(weekly, ({ weekday }) => weekday);
	const found: Interval[] = [];
	for (let day = 0; day < days; day += 1) {
		const wall = midnight + day * DAY;
		const weekday = ((first.dayOfWeek - 1 + day) % 7) + 1;
		const today = exceptional.get(wall)?.map(({ hours }) => hours) ?? byWeekday.get(weekday) ?? [];
		for (const hours of today) {
			if (hours === null) continue;
			const start = instantOn(clock, wall + hours.startMinute * MINUTE);
			found.push({ start, end: instantOn(clock, wall + hours.endMinute * MINUTE) });
		}
	}
	return union(found);
}

/** Midnight at the beginning of a date, as the wall shows it (see `instantOn`). */
export const wallMidnight = (date: Temporal.PlainDate): number => Date.UTC(date.year, date.month - 1, date.day);

/**
 * The instants at which a visit of `length` milliseconds can start so that it lies wholly in one of the spans of `free`
 * (in order, without overlaps): multiples of `step` milliseconds on the wall clock, where `step` divides an hour.
 */
export function startTimes(
	free: readonly Interval[],
	{ length, step }: { readonly length: number; readonly step: number },
	clock: readonly ClockSpan[],
): number[] {
	const starts: number[] = [];
	for (const span of clock) {
		for (const part of free) {
			const earliest = Math.max(part.start, span.start);
			const latest = Math.min(part.end - length, span.end - 1);
			const onWall = Math.ceil((earliest + span.offset) / step) * step;
			for (let start = onWall - span.offset; start <= latest; start += step) starts.push(start);
		}
	}
	return starts;
}
