import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

export interface FeedEntry {
	/** Stable for the visit: the same as in the mails about it. */
	uid: string;
	/** Of the changes that calendars must take over (RFC 5545, 3.8.7.4). */
	sequence: number;
	cancelled: boolean;
	/** When it was written or, if it was, cancelled. */
	stamp: Date;
	startsAt: Date;
	endsAt: Date;
	summary: string;
	location: string;
}

/**
 * An iCalendar file (RFC 5545) for programs that read it again and again. Times are in UTC: each entry is one time of its
 * own, so none has to follow a clock, and programs show it on their reader's. The same entries make the same file.
 * @param everySeconds how often programs are asked to read it
 */
export function calendarFeed(name: string, entries: readonly FeedEntry[], everySeconds: number): string {
	const calendar = ical({
		name,
		prodId: { company: 'Samtal', product: 'Samtal' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: everySeconds,
	});
	for (const { uid, cancelled, startsAt, endsAt, ...entry } of entries) {
		calendar.createEvent({
			...entry,
			id: uid,
			start: startsAt,
			end: endsAt,
			status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
		});
	}
	return calendar.toString();
}
