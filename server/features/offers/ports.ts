import type { Database } from '../../adapters/prisma/database.ts';
import type { Ambient, FreeTimes, NotifyTool } from '../ports.ts';

/**
 * The writer of visits (server/features/appointments): all or nothing, with the confirmation to the client, and tells
 * the call in which it was booked.
 * @throws SamtalError `SLOT_TAKEN` when somebody was quicker, `CONFIRMATION_NEEDED`
 */
export type BookVisit = (
	professional: { memberId: string; clinicId: string; role: 'PROFESSIONAL' },
	wish: {
		client: { id: string };
		serviceId: string;
		officeId: string;
		resourceIds: string[];
		startsAt: string;
	},
) => Promise<unknown>;

export interface OfferDeps {
	db: Database;
	ambient: Ambient;
	freeTimes: FreeTimes;
	book: BookVisit;
	notifyTool: NotifyTool;
}
