import type { Confirmable, Conflict } from '../contract/conflicts.ts';
import { subtract, type Interval } from './intervals.ts';
import { openingsOn, type WeeklyHours } from './slots.ts';

/** What began at most this long ago can still be put in without a question. */
const LATE_ENTRY_MS = 10 * 60_000;

/** Something that takes time already. */
export interface Taken extends Interval {
	/** Whom the visit is for, the block's title, or the resource's name. */
	readonly name: string;
	readonly appointmentId: string | null;
}

/** What a professional's calendar says about the time that is wanted. */
export interface Calendar {
	/** Of the professional; the hours are on its clocks. */
	readonly timeZone: string;
	/** At every office. */
	readonly hours: readonly (WeeklyHours & { readonly officeId: string })[];
	/** Each takes the place of an office's weekly hours on its date (`2026-03-01`); without times it is closed. */
	readonly exceptions: readonly {
		readonly officeId: string;
		readonly date: string;
		readonly startMinute: number | null;
		readonly endMinute: number | null;
	}[];
	readonly visits: readonly Taken[];
	/** Those of the clients who are to come, with other professionals. */
	readonly clientVisits: readonly Taken[];
	readonly blocks: readonly Taken[];
	/** When the rooms and devices that are wanted are in use. */
	readonly resources: readonly Taken[];
}

/** A time that is wanted, and where. */
export interface Wanted extends Interval {
	readonly office: { readonly id: string; readonly name: string };
}

/**
 * All that stands against a wanted time. `now`: in milliseconds since 1970. A professional who keeps no hours at all
 * works whenever they book.
 */
export function findConflicts(wanted: Wanted, calendar: Calendar, now: number): Conflict[] {
	const wantedAt = toIso(wanted.start);
	const about = (kind: Conflict['kind'], found: Interval & Partial<Taken>): Conflict => ({
		...{ kind, wantedAt, startsAt: toIso(found.start), endsAt: toIso(found.end) },
		...{ name: found.name ?? '', appointmentId: found.appointmentId ?? null },
	});
	const inTheWay = (kind: Conflict['kind'], taken: readonly Taken[]) =>
		taken.filter((each) => each.start < wanted.end && each.end > wanted.start).map((each) => about(kind, each));
	const outside = outsideHours(wanted, calendar);
	return [
		...(outside === null
			? []
			: [about(outside, { ...wanted, name: outside === 'OUTSIDE_OFFICE_HOURS' ? wanted.office.name : '' })]),
		...(wanted.start < now - LATE_ENTRY_MS ? [about('PAST', { start: wanted.start, end: wanted.end })] : []),
		...inTheWay('VISIT', calendar.visits),
		...inTheWay('CLIENT_VISIT', calendar.clientVisits),
		...inTheWay('BLOCK', calendar.blocks),
		...inTheWay('RESOURCE', calendar.resources),
	];
}

const confirmables: Record<Conflict['kind'], Confirmable | null> = {
	OUTSIDE_OFFICE_HOURS: 'OUTSIDE_OFFICE_HOURS',
	OUTSIDE_HOURS: 'OUTSIDE_HOURS',
	PAST: 'PAST',
	VISIT: null,
	CLIENT_VISIT: null,
	BLOCK: null,
	RESOURCE: null,
};

/** As what a conflict of this kind can be confirmed; null where it cannot be. */
export const confirmableAs = (kind: Conflict['kind']): Confirmable | null => confirmables[kind];

/** Those that still stand when these kinds are confirmed. */
export const unconfirmed = (conflicts: readonly Conflict[], confirmed: readonly Confirmable[]): Conflict[] =>
	conflicts.filter(({ kind }) => !confirmed.some((each) => each === kind));

function outsideHours(wanted: Wanted, { timeZone, hours, exceptions }: Calendar) {
	if (hours.length === 0 && exceptions.length === 0) return null;
	const dates = datesOf(wanted, timeZone);
	const openings = (officeId: string) => {
		const weekly = hours.filter((each) => each.officeId === officeId);
		return dates.flatMap((date) => openingsOf(date, officeId, { weekly, exceptions, timeZone }));
	};
	const covers = (open: readonly Interval[]) => subtract([wanted], open).length === 0;
	if (covers(openings(wanted.office.id))) return null;
	const offices = new Set([...hours, ...exceptions].map(({ officeId }) => officeId));
	return covers([...offices].flatMap(openings)) ? 'OUTSIDE_OFFICE_HOURS' : 'OUTSIDE_HOURS';
}

function openingsOf(
	date: Temporal.PlainDate,
	officeId: string,
	{ weekly, exceptions, timeZone }: { weekly: readonly WeeklyHours[] } & Pick<Calendar, 'exceptions' | 'timeZone'>,
): Interval[] {
	const instead = exceptions.filter((each) => each.officeId === officeId && each.date === date.toString());
	if (instead.length === 0) return openingsOn(date, weekly, timeZone);
	const { dayOfWeek: weekday } = date;
	const open = instead.flatMap(({ startMinute, endMinute }) =>
		startMinute === null || endMinute === null ? [] : [{ weekday, startMinute, endMinute }],
	);
	return openingsOn(date, open, timeZone);
}

/** Every date that the wanted time touches on the professional's calendar. */
function datesOf({ start, end }: Interval, timeZone: string): Temporal.PlainDate[] {
	const dateAt = (time: number) =>
		Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate();
	const first = dateAt(start);
	return Array.from({ length: first.until(dateAt(end)).days + 1 }, (_, days) => first.add({ days }));
}

const toIso = (time: number): string => new Date(time).toISOString();
