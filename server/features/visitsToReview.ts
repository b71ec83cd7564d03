import type { Actor } from '../http/actors.ts';

/** How a call was is read by whoever may read its visit: a professional's own, for a manager the whole clinic's. */
export const visitsToReview = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, professionalId: memberId };
