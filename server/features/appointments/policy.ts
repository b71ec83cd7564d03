import type { Actor } from '../../http/actors.ts';

/** A professional sees and changes their own visits; a manager those of the whole clinic. */
export const visitsOf = ({ role, clinicId, memberId }: Pick<Actor, 'role' | 'clinicId' | 'memberId'>) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, professionalId: memberId };
