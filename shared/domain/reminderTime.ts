/** When no reminder leaves, in minutes after midnight on the clinic's clock; over midnight when `from` is the later. */
export interface QuietHours {
	from: number;
	until: number;
}

/** The last reminders before quiet hours leave this long before they begin, so that they are out in time. */
const beforeQuietMs = 15 * 60_000;
const hourMs = 3_600_000;

/** One night of quiet, as instants in ms. */
interface Quiet {
	start: number;
	end: number;
}

/**
 * When a reminder of a visit leaves: `hoursBefore` its start. In quiet hours it waits for their end, where at least half
 * of the notice is left then; otherwise it leaves before they begin, with those of the last minutes. So it never comes
 * after the visit has begun.
 * @param startsAt in ms since 1970, as is the answer
 */
export function reminderTime(
	startsAt: number,
	hoursBefore: number,
	quiet: QuietHours | null,
	timeZone: string,
): number {
	const nominal = startsAt - hoursBefore * hourMs;
	const night = quiet && nightsAround(nominal, quiet, timeZone).find((each) => within(lengthened(each), nominal));
	if (!night) return nominal;
	return nominal >= night.start && startsAt - night.end >= (hoursBefore * hourMs) / 2
		? night.end
		: night.start - beforeQuietMs;
}

/**
 * The last start of a visit whose reminder is due now: a visit is due when `reminderTime` of its start is not after
 * `now`, and as that never falls while starts rise, all up to this one are. Null in quiet hours, when nothing leaves.
 */
export function lastDueStart(
	now: number,
	hoursBefore: number,
	quiet: QuietHours | null,
	timeZone: string,
): number | null {
	const nominal = now + hoursBefore * hourMs;
	if (quiet === null) return nominal;
	const nights = nightsAround(now, quiet, timeZone);
	if (nights.some((night) => within(night, now))) return null;
	const coming = nights.find((night) => within(lengthened(night), now));
	if (!coming) return nominal;
	// All that would still come before the night, and of those that would fall into it the ones with too little notice then.
	return Math.max(coming.start + hoursBefore * hourMs, coming.end + (hoursBefore * hourMs) / 2) - 1;
}

const within = ({ start, end }: Quiet, time: number) => start <= time && time < end;

const lengthened = ({ start, end }: Quiet): Quiet => ({ start: start - beforeQuietMs, end });

/** The nights that begin on the day before, on this day and on the next; a clock that changes makes them longer or shorter. */
function nightsAround(time: number, { from, until }: QuietHours, timeZone: string): Quiet[] {
	const today = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate();
	const at = (day: number, minute: number) =>
		today
			.add({ days: day })
			.toZonedDateTime({ timeZone, plainTime: { hour: Math.floor(minute / 60), minute: minute % 60 } })
			.epochMilliseconds;
	return [-1, 0, 1].map((day) => ({ start: at(day, from), end: at(from < until ? day : day + 1, until) }));
}
