import { SamtalError } from '../../shared/contract/errors.ts';
import type { WayByHand } from '../../shared/contract/payments.ts';
import type { Queryable } from '../adapters/prisma/database.ts';

/**
 * How money came that is written down, as columns of a payment.
 * @throws SamtalError `NOT_FOUND` for a kind that the clinic has not, or has no more
 */
export async function wayByHand(
	db: Queryable,
	clinicId: string,
	{ method, kindId }: WayByHand,
): Promise<{ method: WayByHand['method']; kindId: string | null }> {
	if (kindId === undefined) return { method, kindId: null };
	const isThere = await db.paymentKind.count({ where: { id: kindId, clinicId, archivedAt: null } });
	if (isThere === 0) throw new SamtalError('NOT_FOUND');
	return { method: 'OTHER', kindId };
}
