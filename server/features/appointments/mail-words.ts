import type { Locale } from '../../../shared/contract/scalars.ts';
import type { VisitToTell } from './mails.ts';

/** What mails say of a visit; date and time as the reader's language writes them, on the clinic's clock, with the zone. */
export function wordsOf(visit: VisitToTell): Record<string, string> {
	const { startsAt, clinic, client, serviceName, office, professional } = visit;
	const { date, time, zone } = formatsFor(client.locale, clinic.timeZone);
	return {
		name: client.name,
		clinic: clinic.name,
		service: serviceName,
		professional: professional.name,
		office: office.name,
		date: date.format(startsAt),
		time: time.format(startsAt),
		timeZone: zone.formatToParts(startsAt).find(({ type }) => type === 'timeZoneName')?.value ?? clinic.timeZone,
	};
}

/** The visit's date and time in one line. */
export function whenOf({ startsAt, clinic, client }: VisitToTell): string {
	const { date, time } = formatsFor(client.locale, clinic.timeZone);
	return `${date.format(startsAt)}, ${time.format(startsAt)}`;
}

const formats = new Map<string, ReturnType<typeof createFormats>>();

/** Making them takes milliseconds, and there are few: as many as languages times zones of clinics. */
function formatsFor(locale: Locale, timeZone: string) {
	const key = `${locale} ${timeZone}`;
	const known = formats.get(key) ?? createFormats(locale, timeZone);
	formats.set(key, known);
	return known;
}

const createFormats = (locale: Locale, timeZone: string) => ({
	date: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }),
	time: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }),
	zone: new Intl.DateTimeFormat(locale, { timeZoneName: 'long', timeZone }),
});
