import type { Confirmable, Conflict } from '../contract/conflicts.ts';
import { clockOver } from './availability.ts';
import { subtract, type Interval } from './intervals.ts';
import { openings, type DatedHours, type WeeklyHours } from './slots.ts';

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
	const { first, days } = datesOf(wanted, timeZone);
	const clock = clockOver(timeZone, first, days);
	const openAt = (officeId: string): Interval[] => {
		const weekly = hours.filter((each) => each.officeId === officeId);
		const dated = exceptions.filter((each) => each.officeId === officeId).map(datedHours);
		return openings(first, days, { weekly, exceptions: dated }, clock);
	};
	const covers = (open: readonly Interval[]) => subtract([wanted], open).length === 0;
	if (covers(openAt(wanted.office.id))) return null;
	const offices = new Set([...hours, ...exceptions].map(({ officeId }) => officeId));
	return covers([...offices].flatMap(openAt)) ? 'OUTSIDE_OFFICE_HOURS' : 'OUTSIDE_HOURS';
}

const datedHours = ({ date, startMinute, endMinute }: Calendar['exceptions'][number]): DatedHours => ({
	date,
	hours: startMinute === null || endMinute === null ? null : { startMinute, endMinute },
});

/** The dates that the wanted time touches on the professional's calendar. */
function datesOf({ start, end }: Interval, timeZone: string): { first: Temporal.PlainDate; days: number } {
	const dateAt = (time: number) =>
		Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate();
	const first = dateAt(start);
	return { first, days: first.until(dateAt(end)).days + 1 };
}

const toIso = (time: number): string => new Date(time).toISOString();
