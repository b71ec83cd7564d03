import type { Appointment, Attendee } from '../../../shared/contract/appointments.ts';

/** The clients who come, one of a group who does not left out. */
export const comingClients = <A extends Pick<Attendee, 'kind' | 'cancelledAt'>>({
	attendees,
}: {
	attendees: readonly A[];
}): A[] => attendees.filter(({ kind, cancelledAt }) => kind === 'CLIENT' && cancelledAt === null);

export const isGroup = ({ service }: { service: Pick<Appointment['service'], 'capacity'> }): boolean =>
	service.capacity > 1;

export interface Due {
	attendees: readonly Pick<Attendee, 'kind' | 'cancelledAt' | 'amountMinor' | 'invoice'>[];
	receivedMinor: number;
}

/** What all who come are to pay together, and what was received of anybody; in minor units. */
export const dueOf = (visit: Due): { amountMinor: number; receivedMinor: number } => ({
	amountMinor: comingClients(visit).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
	receivedMinor: visit.receivedMinor,
});

/** Whom the visit is for, as one line: its client, then guests; of a group the first one and how many more. */
export function namesOf(visit: {
	attendees: readonly Pick<Attendee, 'name' | 'cancelledAt'>[];
	service: Appointment['service'];
}): string {
	const names = visit.attendees.filter(({ cancelledAt }) => cancelledAt === null).map(({ name }) => name);
	return lineOf({ names, service: visit.service });
}

/** The same of the names of all who come. */
export function lineOf(visit: {
	names: readonly string[];
	service: Pick<Appointment['service'], 'name' | 'capacity'>;
}) {
	const [first = visit.service.name, ...others] = visit.names;
	return isGroup(visit) && others.length > 0 ? `${first} + ${others.length}` : visit.names.join(', ') || first;
}

/** The visit as it stands in one client's record: theirs alone and cancelled, where they are one of a group who does not come. */
export function inRecordOf(clientId: string, visit: Appointment): Appointment {
	const own = visit.attendees.filter((attendee) => attendee.clientId === clientId);
	const [cancelled] = own;
	if (cancelled === undefined || own.some(({ cancelledAt }) => cancelledAt === null)) return visit;
	const { cancelReason, receivedMinor } = cancelled;
	const attendees = [{ ...cancelled, cancelledAt: null }];
	return { ...visit, status: 'CANCELLED', cancelReason, receivedMinor, attendees };
}

export const isOpen = ({ status }: Appointment): boolean => status === 'PLANNED' || status === 'IN_PROGRESS';

export const hasBegun = ({ status }: Appointment): boolean => status === 'IN_PROGRESS' || status === 'DONE';

/** The visit to go to now: one that runs, else the next one of today that has not ended. */
export const nextVisit = (visits: readonly Appointment[], now: number): Appointment | undefined =>
	visits.find(({ status }) => status === 'IN_PROGRESS') ??
	visits.find((visit) => visit.status === 'PLANNED' && Date.parse(visit.endsAt) > now);
