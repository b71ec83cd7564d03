import type { Recurrence } from '../../../shared/contract/recurrence.ts';

/** How often a visit or a block is to repeat, as the form offers it. */
export const patterns = ['never', 'WEEKLY', 'BIWEEKLY', 'MONTHLY_BY_DATE', 'MONTHLY_BY_WEEKDAY'] as const;

export interface Repeat {
	pattern: (typeof patterns)[number];
	/** How many in all. */
	count: number;
	/** Starts of those that are not wanted. */
	leaveOut: string[];
}

export const noRepeat: Repeat = { pattern: 'never', count: 10, leaveOut: [] };

/** What to send; nothing for what does not repeat. */
export function toRecurrence({ pattern, count, leaveOut }: Repeat): Recurrence | undefined {
	if (pattern === 'never') return undefined;
	return {
		frequency: pattern === 'BIWEEKLY' ? 'WEEKLY' : pattern,
		interval: pattern === 'BIWEEKLY' ? 2 : 1,
		end: { count },
		...(leaveOut.length > 0 && { leaveOut }),
	};
}
