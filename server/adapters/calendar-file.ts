import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Attachment, CalendarEntry } from '../features/ports.ts';

/**
 * An iCalendar file (RFC 5545). One entry is an iTIP message (RFC 5546): REQUEST, or CANCEL for a cancelled visit. Such
 * a message is about one entry only; several are published (RFC 5546, 3.2.1), which names no attendee.
 */
export function calendarFile(entries: readonly CalendarEntry[]): Attachment {
	const [only, ...others] = entries;
	const isMessage = others.length === 0;
	const messageMethod = only?.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
	const method = isMessage ? messageMethod : ICalCalendarMethod.PUBLISH;
	const calendar = ical({ prodId: { company: 'Samtal', product: 'Samtal' }, method });
	for (const entry of entries) {
		calendar.createEvent({
			id: entry.uid,
			sequence: entry.sequence,
			status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			stamp: entry.stamp,
			start: entry.startsAt,
			end: entry.endsAt,
			summary: entry.summary,
			description: entry.description,
			location: entry.location,
			url: entry.url,
			organizer: entry.organizer,
			attendees: isMessage ? [{ ...entry.attendee, rsvp: false }] : [],
		});
	}
	return {
		filename: 'samtal.ics',
		contentType: `text/calendar; charset=utf-8; method=${method}`,
		content: calendar.toString(),
	};
}
