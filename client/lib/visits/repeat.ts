import type { Recurrence } from '../../../shared/contract/recurrence.ts';

/** How a visit or a block is to repeat, as it is being filled in. */
export interface Repeat {
	frequency: 'never' | Recurrence['frequency'];
	/** Every so many weeks or months. */
	interval: number;
	/** Of a weekly one, ISO, beside that of the first one. */
	weekdays: readonly number[];
	endsBy: 'count' | 'until';
	/** How many in all. */
	count: number;
	/** The last date that can have one; empty until it is chosen. */
	until: string;
	/** Starts of those that are not wanted. */
	leaveOut: readonly string[];
}

export const noRepeat: Repeat = {
	...{ frequency: 'never', interval: 1, weekdays: [], endsBy: 'count', count: 10, until: '', leaveOut: [] },
};

/** A change of the rule, after which what was left out is not one of its dates any more. */
export const changeRule = (repeat: Repeat, part: Partial<Repeat>): Repeat => ({ ...repeat, leaveOut: [], ...part });

/** The days of a weekly one that begins on `date` (`2026-03-01`), that of the first among them. */
export function weekdaysOf({ weekdays }: Pick<Repeat, 'weekdays'>, date: Temporal.PlainDate): number[] {
	return [...new Set([...weekdays, date.dayOfWeek])].toSorted((one, other) => one - other);
}

/** What to send: undefined for what does not repeat, null while something is missing. */
export function toRecurrence(repeat: Repeat): Recurrence | undefined | null {
	const { frequency, interval, weekdays, endsBy, count, until, leaveOut } = repeat;
	if (frequency === 'never') return undefined;
	const isNumber = Number.isInteger(interval) && (endsBy === 'until' || Number.isInteger(count));
	if (!isNumber || (endsBy === 'until' && until === '')) return null;
	return {
		...{ frequency, interval, end: endsBy === 'until' ? { until } : { count } },
		...(frequency === 'WEEKLY' && weekdays.length > 0 && { weekdays: [...weekdays] }),
		...(leaveOut.length > 0 && { leaveOut: [...leaveOut] }),
	};
}
