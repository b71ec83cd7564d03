import { useSearchParams } from 'react-router';
import { dateIn } from '../../lib/format.ts';
import { mondayOf } from '../../lib/visits/period.ts';

export type View = 'week' | 'day';

export interface ShownDays {
	view: View;
	today: Temporal.PlainDate;
	first: Temporal.PlainDate;
	days: readonly Temporal.PlainDate[];
	setView: (view: View) => void;
	goTo: (date: Temporal.PlainDate) => void;
}

/** Which days the calendar shows, kept in the address. A phone begins with one day, a wider screen with a week. */
export function useShownDays(now: number, timeZone: string): ShownDays {
	const [search, setSearch] = useSearchParams();
	const today = dateIn(new Date(now).toISOString(), timeZone);
	const date = readDate(search.get('date')) ?? today;
	const view = search.get('view') ?? (matchMedia('(min-width: 48rem)').matches ? 'week' : 'day');
	const first = view === 'week' ? mondayOf(date) : date;
	const show = (changes: Record<string, string>) =>
		setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), ...changes }));
	return {
		view: view === 'week' ? 'week' : 'day',
		today,
		first,
		days: Array.from({ length: view === 'week' ? 7 : 1 }, (_, days) => first.add({ days })),
		setView: (chosen) => show({ view: chosen, date: date.toString() }),
		goTo: (chosen) => show({ date: chosen.toString() }),
	};
}

function readDate(text: string | null): Temporal.PlainDate | undefined {
	return text !== null && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)
		? Temporal.PlainDate.from(text)
		: undefined;
}
