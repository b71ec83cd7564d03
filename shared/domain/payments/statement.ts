/** A month that is closed: what was told then stands. */
export interface ClosedMonth {
	/** `2026-11`, on the clock of the clinic for which it was taken. */
	month: string;
	/** In minor units, with what went back taken off. */
	collectedMinor: number;
	carriedMinor: number;
}

/** What came or went back and stands on no closed statement: of something that one tells already, the difference. */
export interface OpenMove {
	month: string;
	/** In minor units. */
	amountMinor: number;
}

/** What is paid out of a month. All in minor units. */
export interface MonthStatement extends ClosedMonth {
	/** What is missing from the months before, where more went back than came: less than nothing, or 0. */
	carriedMinor: number;
	payableMinor: number;
	/** The first of the next month. */
	payableOn: string;
}

/**
 * The statements that follow the closed ones of one clinic in one currency until this month, oldest first, each with its
 * moves; of some months with none, so that no month can be closed between two that are. What belongs to a month that
 * is closed, as money of which Stripe told late or a refund that failed afterwards, comes with the first that is not.
 * Nobody is asked to pay back: where more went back than came, nothing is payable, and the rest is taken off the
 * months that follow.
 */
export function openStatements<Move extends OpenMove>(
	closed: readonly ClosedMonth[],
	moves: readonly Move[],
	thisMonth: string,
): (MonthStatement & { moves: Move[] })[] {
	const last = closed.toSorted((one, other) => one.month.localeCompare(other.month)).at(-1);
	const first = last ? monthAfter(last.month) : moves.map(({ month }) => month).toSorted()[0];
	if (first === undefined) return [];
	const movesOf = Map.groupBy(moves, ({ month }) => (month > first ? month : first));
	const until = [thisMonth, ...movesOf.keys()].toSorted().at(-1) ?? thisMonth;
	const statements: (MonthStatement & { moves: Move[] })[] = [];
	let carriedMinor = last ? missingAfter(last) : 0;
	for (let month = first; month <= until; month = monthAfter(month)) {
		const parts = movesOf.get(month) ?? [];
		const collectedMinor = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
		const statement = toStatement({ month, collectedMinor, carriedMinor });
		statements.push({ ...statement, moves: parts });
		carriedMinor = missingAfter(statement);
	}
	return statements;
}

const monthAfter = (month: string): string => Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();

/** What is paid out of a month, and when. */
export function toStatement({ month, collectedMinor, carriedMinor }: ClosedMonth): MonthStatement {
	return {
		...{ month, collectedMinor, carriedMinor, payableMinor: Math.max(0, collectedMinor + carriedMinor) },
		payableOn: Temporal.PlainYearMonth.from(monthAfter(month)).toPlainDate({ day: 1 }).toString(),
	};
}

/** What this month leaves to the next ones: less than nothing, or 0. In minor units. */
export const missingAfter = ({ collectedMinor, carriedMinor }: Omit<ClosedMonth, 'month'>): number =>
	Math.min(0, collectedMinor + carriedMinor);
