import { togetherMs, wholeStays } from '../../../shared/domain/callLog.ts';
import { currencyDigits, toWholeUnits } from '../../../shared/domain/money.ts';
import { paidOf } from '../../../shared/domain/payments/paid.ts';
import type { CsvColumn } from '../../adapters/csv.ts';
import type { ActivityRow } from './statement.ts';

type Column = CsvColumn<ActivityRow>;

/**
 * What the file says of a visit: dates and times on the clock of `timeZone`, amounts with a point before the currency's
 * smaller units. `words` gives the text for a key below `activities` in server/locales.
 */
export function csvColumns(words: (key: string) => string, timeZone: string, now: Date): Column[] {
	const local = (instant: Date) =>
		Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
	const time = (instant: Date) => local(instant).toPlainTime().toString({ smallestUnit: 'minute' });
	const amount = (minor: number, currency: string) => toWholeUnits(minor, currency).toFixed(currencyDigits(currency));
	const columns: Record<string, Column['valueOf']> = {
		date: ({ startsAt }) => local(startsAt).toPlainDate().toString(),
		start: ({ startsAt }) => time(startsAt),
		end: ({ endsAt }) => time(endsAt),
		timeZone: () => timeZone,
		held: ({ stays }) => held(stays, now.getTime()),
		status: ({ status }) => words(`status.${status}`),
		cancelReason: ({ cancelReason }) => (cancelReason === null ? '' : words(`reason.${cancelReason}`)),
		people: ({ attendees }) => listed(attendees.map(({ name }) => name)),
		email: ({ attendees }) => listed(attendees.map(({ email }) => email)),
		phone: ({ attendees }) => listed(attendees.map(({ phone }) => phone)),
		professional: ({ professional }) => professional.name,
		service: ({ service }) => service.name,
		office: ({ office }) => office.name,
		price: ({ dueMinor, currency }) => amount(dueMinor, currency),
		received: ({ receivedMinor, currency }) => amount(receivedMinor, currency),
		currency: ({ currency }) => currency,
		paid: ({ dueMinor, receivedMinor }) => words(`paid.${paidOf({ amountMinor: dueMinor, receivedMinor })}`),
	};
	return Object.entries(columns).map(([key, valueOf]) => ({ title: words(`column.${key}`), valueOf }));
}

/** For how many minutes people were in the call together; empty where nobody was in it. */
const held = (stays: ActivityRow['stays'], now: number) =>
	stays.length === 0 ? '' : String(Math.round(togetherMs(wholeStays(stays, now), now) / 60_000));

const listed = (values: readonly (string | null)[]) => values.filter((value) => value !== null).join('; ');
