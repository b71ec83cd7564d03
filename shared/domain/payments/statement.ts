/** What one clinic took for another in one month. */
export interface MonthSum {
	/** `2026-11`, on the clock of the clinic for which it was taken. */
	month: string;
	/** In minor units, with what went back taken off. */
	amountMinor: number;
}

/** What is paid out of it. All in minor units. */
export interface Statement {
	month: string;
	collectedMinor: number;
	/** What is missing from the months before, where more went back than came: less than nothing, or 0. */
	carriedMinor: number;
	payableMinor: number;
	/** The first of the next month. */
	payableOn: string;
}

/**
 * The statements of one clinic in one currency, oldest first. Nobody is asked to pay back: where more went back in a month
 * than came, nothing is payable, and the rest is taken off the months that follow.
 */
export function statementsOf(sums: readonly MonthSum[]): Statement[] {
	let owed = 0;
	return sums
		.toSorted((one, other) => one.month.localeCompare(other.month))
		.map(({ month, amountMinor }) => {
			const carriedMinor = owed;
			const left = amountMinor + carriedMinor;
			owed = Math.min(0, left);
			return {
				...{ month, collectedMinor: amountMinor, carriedMinor, payableMinor: Math.max(0, left) },
				payableOn: Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }).toString(),
			};
		});
}
