import type { Locale } from '../../../shared/contract/scalars.ts';
import type { Interval } from '../../../shared/domain/intervals.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Ambient } from '../ports.ts';

/** The engine of free times (server/features/availability). */
export type FindFree = (search: {
	clinicId: string;
	of: readonly { memberId: string; officeId: string; minutes: number }[];
	first: Temporal.PlainDate;
	days: number;
	by: { holdId: string | null };
}) => Promise<{ bookable: Interval; starts: number[] }[]>;

/**
 * The writer of visits (server/features/appointments): all or nothing, with the mails to both.
 * @throws SamtalError `SLOT_TAKEN` when somebody was quicker, or the client has a visit at that time
 */
export type BookVisit = (
	professional: { memberId: string; clinicId: string; role: 'PROFESSIONAL' },
	wish: {
		client: { id: string } | { name: string; email: string; phone: string; locale: Locale };
		serviceId: string;
		officeId: string;
		startsAt: string;
	},
	byClient: { acceptedTerms: string; timeZone: string },
) => Promise<{ id: string; startsAt: string; endsAt: string }>;

export interface BookingDeps {
	db: Database;
	ambient: Ambient;
	findFree: FindFree;
	book: BookVisit;
}
