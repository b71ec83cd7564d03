import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Attachment } from '../features/ports.ts';

export interface CalendarEntry {
	/** Stable for the visit, so that a cancellation finds the entry that the invitation made. */
	uid: string;
	cancelled: boolean;
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

/** An iCalendar file (RFC 5545) with the iTIP method (RFC 5546) REQUEST, or CANCEL for a cancelled visit. */
export function calendarFile(entry: CalendarEntry): Attachment {
	const { cancelled } = entry;
	const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
	const calendar = ical({ prodId: { company: 'Samtal', product: 'Samtal' }, method });
	calendar.createEvent({
		id: entry.uid,
		// A later message about the same entry has the higher number (RFC 5546, 2.1.4).
		sequence: cancelled ? 1 : 0,
		status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		stamp: entry.stamp,
		start: entry.startsAt,
		end: entry.endsAt,
		summary: entry.summary,
		description: entry.description,
		location: entry.location,
		url: entry.url,
		organizer: entry.organizer,
		attendees: [{ ...entry.attendee, rsvp: false }],
	});
	return {
		filename: 'samtal.ics',
		contentType: `text/calendar; charset=utf-8; method=${method}`,
		content: calendar.toString(),
	};
}
