import type { Actor } from '../../http/actors.ts';

/** The invoices that this person works with: those that they made, a manager the whole clinic's. */
export const invoicesOf = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, createdById: memberId };

/** The visits that they put on invoices: their own, a manager the whole clinic's. */
export const visitsOf = ({ role, clinicId, memberId }: Actor) =>
	role === 'MANAGER' ? { clinicId } : { clinicId, professionalId: memberId };
