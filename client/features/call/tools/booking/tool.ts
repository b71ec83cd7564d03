import { CalendarPlus } from 'lucide-react';
import { lazy } from 'react';
import type { Tool } from '../registry.ts';

const attendee = () => import('./attendee.ts');

export const bookingTool: Tool = {
	id: 'booking',
	icon: CalendarPlus,
	sides: {
		host: {
			View: lazy(async () => ({ default: (await import('./HostBooking.tsx')).HostBooking })),
			Card: lazy(async () => ({ default: (await import('./OfferWatch.tsx')).OfferWatch })),
		},
		attendee: {
			View: lazy(async () => ({ default: (await attendee()).NextVisits })),
			State: lazy(async () => ({ default: (await attendee()).NextVisitState })),
			Card: lazy(async () => ({ default: (await attendee()).OfferCard })),
		},
	},
};
