import type { Appointment } from '../../../shared/contract/appointments.ts';

/** Whom the visit is for: its client, then guests, as one line. */
export const namesOf = ({ attendees }: { attendees: readonly { name: string }[] }): string =>
	attendees.map(({ name }) => name).join(', ');

export const isOpen = ({ status }: Appointment): boolean => status === 'PLANNED' || status === 'IN_PROGRESS';

export const hasBegun = ({ status }: Appointment): boolean => status === 'IN_PROGRESS' || status === 'DONE';

/** The visit to go to now: one that runs, else the next one of today that has not ended. */
export const nextVisit = (visits: readonly Appointment[], now: number): Appointment | undefined =>
	visits.find(({ status }) => status === 'IN_PROGRESS') ??
	visits.find((visit) => visit.status === 'PLANNED' && Date.parse(visit.endsAt) > now);
