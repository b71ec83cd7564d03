import type { Actor } from '../../http/actors.ts';

/** A professional enters the rooms of their own visits; a manager those of the whole clinic. */
export const roomsOf = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, professionalId: memberId };
