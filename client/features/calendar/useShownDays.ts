import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { dateIn } from '../../lib/format.ts';
import { wideScreen } from '../../lib/useWideScreen.ts';
import { mondayOf } from '../../lib/visits/period.ts';

export const views = ['day', 'week', 'month'] as const;
export type View = (typeof views)[number];

/** What a view shows. */
export interface Days {
	view: View;
	/** The date that the view is around: the day, a day of the week, a day of the month. */
	date: Temporal.PlainDate;
	/** First of `length` days that the view shows; a month's begin and end with a whole week. */
	first: Temporal.PlainDate;
	length: number;
}

export interface ShownDays extends Days {
	today: Temporal.PlainDate;
	/** Stays the same function. */
	show: (view: View, date: Temporal.PlainDate) => void;
	goTo: (date: Temporal.PlainDate) => void;
	/** What the view would show one on. */
	next: Days;
	/** One view on, or back with -1. */
	turn: (pages: 1 | -1) => void;
}

/** Which days the calendar shows, kept in the address. A phone begins with one day, a wider screen with a week. */
export function useShownDays(now: number, timeZone: string): ShownDays {
	const [search, setSearch] = useSearchParams();
	const today = dateIn(new Date(now).toISOString(), timeZone);
	const date = readDate(search.get('date')) ?? today;
	const view = views.find((known) => known === search.get('view')) ?? (matchMedia(wideScreen).matches ? 'week' : 'day');
	// The router's own is another one after every change of the address.
	const latest = useRef(setSearch);
	useEffect(() => void (latest.current = setSearch), [setSearch]);
	const change = useCallback(
		(changes: Record<string, string>) =>
			latest.current((before) => new URLSearchParams({ ...Object.fromEntries(before), ...changes })),
		[],
	);
	const goTo = (chosen: Temporal.PlainDate) => change({ date: chosen.toString() });
	const show = useCallback(
		(chosen: View, around: Temporal.PlainDate) => change({ view: chosen, date: around.toString() }),
		[change],
	);
	return {
		...{ today, goTo, show },
		...daysOf(view, date),
		next: daysOf(view, turned(view, date, 1)),
		turn: (pages) => goTo(turned(view, date, pages)),
	};
}

const turned = (view: View, date: Temporal.PlainDate, pages: number) =>
	date.add({ day: { days: pages }, week: { weeks: pages }, month: { months: pages } }[view]);

function daysOf(view: View, date: Temporal.PlainDate): Days {
	if (view === 'day') return { view, date, first: date, length: 1 };
	if (view === 'week') return { view, date, first: mondayOf(date), length: 7 };
	const first = mondayOf(date.with({ day: 1 }));
	const last = date.with({ day: date.daysInMonth });
	return { view, date, first, length: Math.ceil((first.until(last).days + 1) / 7) * 7 };
}

function readDate(text: string | null): Temporal.PlainDate | undefined {
	return text !== null && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)
		? Temporal.PlainDate.from(text)
		: undefined;
}
