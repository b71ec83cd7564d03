/** A span of calendar days in a zone, as the instants that a query needs. */
export interface Period {
	from: string;
	to: string;
}

/** From the first moment of `first`, `days` days on. */
export function periodOf(first: Temporal.PlainDate, days: number, timeZone: string): Period {
	const start = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant().toString();
	return { from: start(first), to: start(first.add({ days })) };
}

/** The Monday of a date's week. */
export const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

/** A wall-clock time on a date in a zone, as an instant; null when one of them is not written out. */
export function instantOf(date: string, time: string, timeZone: string): string | null {
	if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d/.test(time)) return null;
	return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant().toString();
}

/** An instant as the date and the time that the zone's clocks show. */
export function wallClock(instant: string, timeZone: string): { date: string; time: string } {
	const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
	return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
