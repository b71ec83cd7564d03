import { RRuleTemporal } from 'rrule-temporal';
import { mostOccurrences, type Recurrence } from '../contract/recurrence.ts';
import { SamtalError } from '../contract/errors.ts';

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const nameOf = (weekday: number): string => weekdayNames[(weekday + 6) % 7] ?? '';

type Pattern = Pick<Recurrence, 'frequency' | 'interval' | 'weekdays' | 'end'>;

/**
 * How something that begins at `start` repeats, as RFC 5545, 3.3.10 writes it: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10`.
 * The weekday or the date are the start's own. A month without such a date is left out.
 */
export function ruleOf({ frequency, interval, weekdays = [], end }: Pattern, start: Temporal.ZonedDateTime): string {
	const days = [...new Set([...weekdays, start.dayOfWeek])].toSorted((one, other) => one - other);
	// The fifth of a weekday, which few months have, is the last.
	const nth = start.day > 28 ? -1 : Math.ceil(start.day / 7);
	const on = {
		WEEKLY: ['FREQ=WEEKLY', `BYDAY=${days.map(nameOf).join(',')}`],
		MONTHLY_BY_DATE: ['FREQ=MONTHLY', `BYMONTHDAY=${start.day}`],
		MONTHLY_BY_WEEKDAY: ['FREQ=MONTHLY', `BYDAY=${nth}${nameOf(start.dayOfWeek)}`],
	}[frequency];
	const [freq, by] = on;
	return [freq, `INTERVAL=${interval}`, by, 'count' in end ? `COUNT=${end.count}` : untilPart(end.until, start)].join(
		';',
	);
}

/** To the end of that date on the start's clock; a rule says it in UTC (RFC 5545, 3.3.10). */
function untilPart(until: string, { timeZoneId }: Temporal.ZonedDateTime): string {
	const last = Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(timeZoneId).subtract({ seconds: 1 });
	return `UNTIL=${last.toInstant().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`;
}

/**
 * When something that begins at `start` takes place by `rule`, on the clock of the start's zone: a time that a change
 * of clocks skips moves on by the length of the gap. In milliseconds since 1970, in order.
 * @throws SamtalError `SERIES_TOO_LONG` beyond 200, `SERIES_EMPTY` for fewer than two
 */
export function occurrencesOf(rule: string, start: Temporal.ZonedDateTime): number[] {
	const { timeZoneId } = start;
	// Expanded on a clock that never changes: the library leaves out a time that a change of clocks skips.
	const dtstart = start.toPlainDateTime().toZonedDateTime('UTC');
	const rruleString = rule.replace(/(?<=UNTIL=)\w+/, (until) => onClock(until, timeZoneId));
	const dates = new RRuleTemporal({ rruleString, dtstart }).all((_, nth) => nth <= mostOccurrences);
	if (dates.length > mostOccurrences) throw new SamtalError('SERIES_TOO_LONG');
	if (dates.length < 2) throw new SamtalError('SERIES_EMPTY');
	return dates.map(({ epochMilliseconds }) => {
		const wall = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO('UTC').toPlainDateTime();
		return wall.toZonedDateTime(timeZoneId).epochMilliseconds;
	});
}

/** `20260301T225959Z`, as the zone's clock shows it then, in the same spelling. */
function onClock(utc: string, timeZone: string): string {
	const spelled = utc.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
	const wall = Temporal.Instant.from(spelled).toZonedDateTimeISO(timeZone).toPlainDateTime();
	return `${wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}Z`;
}

/** Moves a time by whole days and to another time of day, on the clock of its zone, as `from` was moved to `to`. */
export function movedAlike(time: number, from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number {
	const own = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(to.timeZoneId).toPlainDate();
	const { days } = from.toPlainDate().until(to.toPlainDate());
	return own.add({ days }).toZonedDateTime({ timeZone: to.timeZoneId, plainTime: to.toPlainTime() }).epochMilliseconds;
}

/** The rule of a series that was moved from `from` to `to` and now ends with `last`. */
export function movedRule(
	rule: string,
	{ from, to, last }: Record<'from' | 'to' | 'last', Temporal.ZonedDateTime>,
): string {
	const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
	const by = parts.get('BYDAY')?.split(',') ?? [];
	const { days } = from.toPlainDate().until(to.toPlainDate());
	const isWeekly = parts.get('FREQ') === 'WEEKLY';
	const weekdays = by.map((name) => ((weekdayNames.findIndex((each) => each === name) + days + 700) % 7) + 1);
	return ruleOf(
		{
			frequency: isWeekly ? 'WEEKLY' : parts.has('BYMONTHDAY') ? 'MONTHLY_BY_DATE' : 'MONTHLY_BY_WEEKDAY',
			interval: Number(parts.get('INTERVAL')),
			...(isWeekly && { weekdays }),
			end: { until: last.toPlainDate().toString() },
		},
		to,
	);
}
