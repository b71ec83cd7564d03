import type { Locale } from '../../../shared/contract/scalars.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Ambient, FindFree } from '../ports.ts';

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
