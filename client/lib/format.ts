import type { Locale } from '../../shared/contract/scalars.ts';
import { currencyDigits, toWholeUnits, type Amount } from '../../shared/domain/money.ts';
import { icelandicDate, icelandicUnits, type DateStyle } from './icelandic.ts';

/** Which Intl data writes numbers as the language does. Chromium has no Icelandic; Danish writes them alike. */
export const numberLocale: Record<Locale, string> = { en: 'en-GB', is: 'da', pl: 'pl', de: 'de' };

const dateLocale = { en: 'en-GB', pl: 'pl', de: 'de' } as const;

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
	day: { weekday: 'long', day: 'numeric', month: 'long' },
	shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
	date: { day: 'numeric', month: 'long', year: 'numeric' },
	month: { month: 'long', year: 'numeric' },
	weekday: { weekday: 'short' },
};

/** Everything that a person reads of money and time, in one language and one time zone. Instants are ISO 8601. */
export interface Format {
	locale: Locale;
	timeZone: string;
	money(amount: Amount): string;
	/** `14:00` */
	time(instant: string): string;
	/** `14:00–14:50` */
	timeRange(from: string, to: string): string;
	/** An instant or a calendar date, see {@link DateStyle}. */
	date(when: string | Temporal.PlainDate, style: DateStyle): string;
	/** `Sun 22 Nov, 14:00` */
	dateTime(instant: string): string;
	/** The zone's name at that instant: `GMT`, `CET`. */
	zone(instant: string): string;
	/** Milliseconds as whole minutes and hours: `3 min`, `1 hr 5 min`. */
	duration(milliseconds: number): string;
}

/** The calendar date of an instant in a zone. */
export const dateIn = (instant: string, timeZone: string): Temporal.PlainDate =>
	Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();

export function createFormat(locale: Locale, timeZone: string): Format {
	const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
	const time = (instant: string) => clock.format(new Date(instant));
	const date: Format['date'] = (when, style) => {
		const day = typeof when === 'string' ? dateIn(when, timeZone) : when;
		if (locale === 'is') return icelandicDate(day, style);
		// A calendar date has no zone: noon in UTC is that date in UTC.
		const noon = Date.UTC(day.year, day.month - 1, day.day, 12);
		return new Intl.DateTimeFormat(dateLocale[locale], { ...dateOptions[style], timeZone: 'UTC' }).format(noon);
	};
	const unit = (count: number, name: 'hour' | 'minute') =>
		locale === 'is'
			? `${count} ${icelandicUnits[name]}`
			: new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);

	return {
		locale,
		timeZone,
		time,
		date,
		timeRange: (from, to) => `${time(from)}–${time(to)}`,
		dateTime: (instant) => `${date(instant, 'shortDay')}, ${time(instant)}`,
		zone: (instant) => zoneName(instant, timeZone),
		money: ({ amountMinor, currency }) =>
			new Intl.NumberFormat(numberLocale[locale], {
				style: 'currency',
				currency,
				currencyDisplay: 'narrowSymbol',
				minimumFractionDigits: currencyDigits(currency),
				maximumFractionDigits: currencyDigits(currency),
			}).format(toWholeUnits(amountMinor, currency)),
		duration: (milliseconds) => {
			const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
			const hours = Math.floor(minutes / 60);
			if (hours === 0) return unit(minutes, 'minute');
			return minutes % 60 === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
		},
	};
}

const zoneName = (instant: string, timeZone: string): string =>
	new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' })
		.formatToParts(new Date(instant))
		.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
