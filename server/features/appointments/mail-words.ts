import { createZoneFormats } from '../zoneFormats.ts';
import type { VisitToTell } from './mails.ts';

const formatsFor = createZoneFormats({ date: { dateStyle: 'full' }, zone: 'long' });

/** What mails say of a visit; date and time as the reader's language writes them, on the clinic's clock, with the zone. */
export function wordsOf(visit: VisitToTell): Record<string, string> {
	const { startsAt, clinic, client, serviceName, office, professional } = visit;
	const { date, time, zoneAt } = formatsFor(client.locale, clinic.timeZone);
	return {
		name: client.name,
		clinic: clinic.name,
		service: serviceName,
		professional: professional.name,
		office: office.name,
		date: date.format(startsAt),
		time: time.format(startsAt),
		timeZone: zoneAt(startsAt),
	};
}

/** The visit's date and time in one line. */
export function whenOf({ startsAt, clinic, client }: VisitToTell): string {
	const { date, time } = formatsFor(client.locale, clinic.timeZone);
	return `${date.format(startsAt)}, ${time.format(startsAt)}`;
}
