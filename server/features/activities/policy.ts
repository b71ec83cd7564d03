import type { Actor } from '../../http/actors.ts';

/** A professional lists their own visits; a manager, for whom `professionalId` is null, those of the whole clinic. */
export const visibleVisits = ({ role, clinicId, memberId }: Actor) => ({
	clinicId,
	professionalId: role === 'MANAGER' ? null : memberId,
});
