import type { Actor } from '../../http/actors.ts';

/** A professional sees their own calendar; a manager, for whom `professionalId` is null, that of the whole clinic. */
export const visibleCalendar = ({ role, clinicId, memberId }: Actor) => ({
	clinicId,
	professionalId: role === 'MANAGER' ? null : memberId,
});
