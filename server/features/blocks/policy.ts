import type { Actor } from '../../http/actors.ts';

/** A professional sees and changes their own blocks; a manager those of the whole clinic. */
export const blocksOf = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, memberId };
