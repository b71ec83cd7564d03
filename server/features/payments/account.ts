import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';

/**
 * The connected account that takes a clinic's money.
 * @throws SamtalError `PAYMENTS_DISABLED` when there is none, `PAYMENTS_NOT_READY` when it cannot take any now.
 */
export async function accountOf(db: Queryable, clinicId: string): Promise<string> {
	const { paymentsEnabled, stripeAccountId } = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	if (!paymentsEnabled || stripeAccountId === null) throw new SamtalError('PAYMENTS_DISABLED');
	await assertTakesCharges(db, stripeAccountId);
	return stripeAccountId;
}

/** The account on which a payment's intent is, else its clinic's. @throws SamtalError as `accountOf` does. */
export async function accountOfPayment(
	db: Queryable,
	{ accountId, clinicId }: { accountId: string | null; clinicId: string },
): Promise<string> {
	if (accountId === null) return accountOf(db, clinicId);
	await assertTakesCharges(db, accountId);
	return accountId;
}

/** @throws SamtalError `PAYMENTS_NOT_READY` when Stripe lets this account take no charges, as far as it told us. */
async function assertTakesCharges(db: Queryable, account: string): Promise<void> {
	const row = await db.paymentAccount.findUnique({ where: { id: account } });
	if (!row?.chargesEnabled) throw new SamtalError('PAYMENTS_NOT_READY');
}
