import type { Appointment } from '../../../../shared/contract/appointments.ts';
import type { Viewer } from '../../../../shared/contract/session.ts';

/** What the form holds; an amount that is not a number yet is null, in minor units. */
export interface WantedCharge {
	appointmentId: string | null;
	amountMinor: number | null;
	description: string;
}

const most = 12;

/** The newest visits of a client for which this person may charge: their own, for a manager all. */
export const visitsToCharge = (visits: readonly Appointment[], viewer: Viewer): Appointment[] =>
	visits.filter(({ professional }) => viewer.role === 'MANAGER' || professional.id === viewer.memberId).slice(0, most);

/** What a client still owes for a visit, to begin with. */
export function chargeFor(visit: Appointment | undefined, clientId: string): WantedCharge {
	const payer = visit?.attendees.find((each) => each.clientId === clientId);
	const owed = payer ? payer.amountMinor - payer.receivedMinor : 0;
	return {
		appointmentId: visit?.id ?? null,
		amountMinor: owed > 0 ? owed : null,
		description: visit?.service.name ?? '',
	};
}

/** Begins with the newest visit for which something is owed, else with the newest. */
export const firstCharge = (visits: readonly Appointment[], clientId: string): WantedCharge =>
	chargeFor(visits.find((visit) => chargeFor(visit, clientId).amountMinor !== null) ?? visits[0], clientId);
