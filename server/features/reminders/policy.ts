import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Actor } from '../../http/actors.ts';

/** How a clinic reminds its clients is its managers' to decide. @throws SamtalError `FORBIDDEN` */
export function assertManages({ role }: Actor): void {
	if (role !== 'MANAGER') throw new SamtalError('FORBIDDEN');
}

/** The visits whose reminders this person may read: a professional's own, for a manager the whole clinic's. */
export const readableVisits = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, professionalId: memberId };
