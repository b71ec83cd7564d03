import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';

/**
 * The visit took place. One that is done already stays so.
 * @throws SamtalError `NOT_FOUND`; `WRONG_STATE` for one that is cancelled, or has not begun
 */
export async function completeVisit(tx: Queryable, where: Prisma.AppointmentWhereInput, now: Date): Promise<void> {
	const hasBegun = [{ status: 'IN_PROGRESS' as const }, { status: 'PLANNED' as const, startsAt: { lte: now } }];
	const { count } = await tx.appointment.updateMany({ where: { ...where, OR: hasBegun }, data: { status: 'DONE' } });
	if (count > 0) return;
	const visit = await tx.appointment.findFirst({ where, select: { status: true } });
	if (visit === null) throw new SamtalError('NOT_FOUND');
	if (visit.status !== 'DONE') throw new SamtalError('WRONG_STATE');
}
