import type { z } from 'zod';
import type { BookableTimes, getBookingPage } from '../../../shared/contract/booking.ts';
import type { Profile } from './profile.ts';

export function presentPage(
	{ rules, member, clinic, services, offices }: Profile,
	free: BookableTimes | null,
): z.input<(typeof getBookingPage)['response']> {
	return {
		...{ slug: rules.slug, professionalName: member.name, headline: rules.headline, about: rules.about },
		...{ clinicName: clinic.name, timeZone: member.timeZone, freeCancelHours: rules.freeCancelHours },
		...{ terms: { version: clinic.termsVersion, text: clinic.termsText }, services, offices, free },
	};
}
