import type { Conflict } from '../../../shared/contract/conflicts.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { confirmableAs } from '../../../shared/domain/conflicts.ts';
import type { BookingContext } from './booking-context.ts';

/** @throws SamtalError `SLOT_TAKEN` where one of these cannot be confirmed, else `CONFIRMATION_NEEDED`; with all of them */
export function assertFree(conflicts: Conflict[]): void {
	if (conflicts.length === 0) return;
	const isTaken = conflicts.some(({ kind }) => confirmableAs(kind) === null);
	throw new SamtalError(isTaken ? 'SLOT_TAKEN' : 'CONFIRMATION_NEEDED', { conflicts });
}

/**
 * `resourceIds`: those that are newly wanted.
 * @throws SamtalError `NOT_OFFERED`; `NOT_FOUND` for a resource that is not the clinic's or was put away
 */
export function assertBookable({ offered, resources }: BookingContext, resourceIds: readonly string[] = []): void {
	if (!offered) throw new SamtalError('NOT_OFFERED');
	const known = new Set(resources.filter(({ archived }) => !archived).map(({ id }) => id));
	if (resourceIds.some((id) => !known.has(id))) throw new SamtalError('NOT_FOUND');
}
