import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Attachment } from '../features/ports.ts';

export interface CalendarEntry {
	/** Stable for the visit, so that a cancellation finds the entry that the invitation made. */
	uid: string;
	cancelled: boolean;
	/** A later message about the same entry has the higher number (RFC 5546, 2.1.4). */
	sequence: number;
	stamp: Date;
	startsAt: Date;
	endsAt: Date;
	summary: string;
	description: string;
	/** Where it takes place: an address, or the join link. */
	location: string;
	url: string | null;
	organizer: { name: string; email: string };
	attendee: { name: string; email: string };
}

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
