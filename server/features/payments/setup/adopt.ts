import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { keepReading, type DatedReading } from './readings.ts';

/**
 * Makes an account the one that takes the clinic's money, and that of the clinics for which it collects, under the lock
 * of the clinic.
 * @throws SamtalError `ACCOUNT_UNUSABLE` for another clinic's
 */
export async function adopt(
	tx: Queryable,
	clinicId: string,
	account: string,
	reading: DatedReading,
	connectedAt: Date,
): Promise<void> {
	await tx.paymentAccount.createMany({
		data: [
			{
				...{ id: account, clinicId, connectedAt, readAt: new Date(0) },
				...{ chargesEnabled: false, payoutsEnabled: false, detailsSubmitted: false },
			},
		],
		skipDuplicates: true,
	});
	const row = await tx.paymentAccount.findUniqueOrThrow({ where: { id: account } });
	if (row.clinicId !== clinicId) throw new SamtalError('ACCOUNT_UNUSABLE');
	await keepReading(tx, account, reading);
	await tx.clinic.update({ where: { id: clinicId }, data: { stripeAccountId: account, collectorId: null } });
	await tx.clinic.updateMany({ where: { collectorId: clinicId }, data: { stripeAccountId: account } });
}
