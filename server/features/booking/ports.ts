import type { Locale } from '../../../shared/contract/scalars.ts';
import type { Interval } from '../../../shared/domain/intervals.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Ambient, FindFree } from '../ports.ts';

/** Somebody of the records, or somebody new. */
type Booker = { id: string } | { name: string; email: string; phone: string; locale: Locale };

interface Consent {
	acceptedTerms: string;
	timeZone: string;
}

/**
 * The writer of visits (server/features/appointments): all or nothing, with the mails to both.
 * @throws SamtalError `SLOT_TAKEN` when somebody was quicker, or the client has a visit at that time
 */
export type BookVisit = (
	professional: { memberId: string; clinicId: string; role: 'PROFESSIONAL' },
	wish: {
		client: Booker;
		serviceId: string;
		officeId: string;
		startsAt: string;
	},
	byClient: Consent,
) => Promise<{ id: string; startsAt: string; endsAt: string }>;

/**
 * The places of groups (server/features/appointments/group): one of the visit, or of its waiting list for who `waits`,
 * with the mails.
 * @throws SamtalError `NOT_FOUND`, `VISIT_CANCELLED`, `TIME_NOT_FREE`, `OWN_VISIT`, `GROUP_FULL`
 */
export type TakePlace = (wish: {
	professional: { memberId: string; clinicId: string };
	appointmentId: string;
	/** In milliseconds since 1970. */
	bookable: Interval;
	client: Booker;
	byClient: Consent;
	waits: boolean;
}) => Promise<{ visit: BookedVisit; waiting: boolean }>;

/** As much of a visit as its client is told. */
export interface BookedVisit {
	id: string;
	startsAt: Date;
	endsAt: Date;
	sequence: number;
	service: { name: string };
	office: { name: string; kind: 'VIDEO' | 'PHYSICAL' };
}

export interface BookingDeps {
	db: Database;
	ambient: Ambient;
	findFree: FindFree;
	book: BookVisit;
}

export type PlaceDeps = Pick<BookingDeps, 'db' | 'ambient'> & { takePlace: TakePlace };
