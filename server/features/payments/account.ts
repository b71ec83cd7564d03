import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';

/** The connected account that takes a clinic's money. @throws SamtalError `PAYMENTS_DISABLED` when there is none. */
export async function accountOf(db: Queryable, clinicId: string): Promise<string> {
	const { stripeAccountId } = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	if (stripeAccountId === null) throw new SamtalError('PAYMENTS_DISABLED');
	return stripeAccountId;
}
