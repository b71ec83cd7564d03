import type { Actor } from '../../http/actors.ts';

/** A note is its author's alone, a manager's eyes included, until the author shares it with the client. */
export const ownNotes = ({ clinicId, memberId }: Actor) => ({ clinicId, authorId: memberId });

/** Notes are written about any client of the clinic. */
export const clientsToNote = ({ clinicId }: Actor) => ({ clinicId });

/** A note can be tied to a visit that its author may see: their own, for a manager any of the clinic's. */
export const visitsToNote = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, professionalId: memberId };
