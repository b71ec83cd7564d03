import type { z } from 'zod';
import type { BookableTimes, bookedVisit, getBookingPage } from '../../../shared/contract/booking.ts';
import { calendarFile } from '../../adapters/calendar-file.ts';
import type { GroupService } from './groups.ts';
import type { BookedVisit } from './ports.ts';
import type { Profile } from './profile.ts';

export function presentPage(
	{ rules, member, clinic, services, offices }: Profile,
	groups: GroupService[],
	free: BookableTimes | null,
): z.input<(typeof getBookingPage)['response']> {
	return {
		...{ slug: rules.slug, professionalName: member.name, headline: rules.headline, about: rules.about },
		...{ clinicName: clinic.name, timeZone: member.timeZone, freeCancelHours: rules.freeCancelHours },
		terms: { version: clinic.termsVersion, text: clinic.termsText },
		...{ services: [...services, ...groups], offices, free },
	};
}

/** What is booked, as its client sees it: a visit, or a place in a group. */
export const presentVisit = ({ startsAt, endsAt, service, office }: BookedVisit) => ({
	...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), service: { name: service.name } },
	office: { name: office.name, kind: office.kind },
});

/** The join link is not in it: it goes to the e-mail address, whose owner alone is to have it. */
export function presentBooked(
	{ member, clinic }: Profile,
	visit: BookedVisit,
	{ name, email }: { name: string; email: string },
	now: Date,
): z.input<typeof bookedVisit> {
	const { id, startsAt, endsAt, sequence, service, office } = visit;
	const entry = {
		...{ uid: `${id}@samtal`, cancelled: false, sequence, stamp: now, url: null, startsAt, endsAt },
		...{ summary: `${service.name} · ${clinic.name}`, description: office.name, location: office.name },
		...{ organizer: { name: member.name, email: member.email }, attendee: { name, email } },
	};
	return { ...presentVisit(visit), calendarFile: calendarFile([entry]) };
}
