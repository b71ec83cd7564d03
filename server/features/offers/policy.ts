import type { Actor, AttendeeActor } from '../../http/actors.ts';

/** The visits in whose calls this person offers times: their own, a manager the whole clinic's. */
export const visitsOf = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, professionalId: memberId };

export const offersOf = (actor: Actor) => ({ clinicId: actor.clinicId, appointment: visitsOf(actor) });

/** What was offered to this attendee. */
export const ownOffers = ({ clinicId, attendeeId }: AttendeeActor) => ({ clinicId, attendeeId });
