import type { z } from 'zod';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { getPaymentAccount } from '../../../../shared/contract/paymentSetup.ts';
import { accountState, missingOf, restrictionOf } from '../../../../shared/domain/payments/account.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { Clinic } from '../../../adapters/prisma/generated/client.ts';
import type { PaymentDeps } from '../deps.ts';
import { keepReading, readAccount } from './readings.ts';

type Shown = z.infer<typeof getPaymentAccount.response>;

/** The requests of a clinic that clients can still pay by card. */
export const openRequests = (clinicId: string) => ({
	clinicId,
	method: 'CARD' as const,
	status: { in: ['REQUESTED' as const, 'PAYING' as const, 'FAILED' as const] },
});

/** The account that is the clinic's own; null where another clinic collects for it. */
export const ownAccount = ({
	stripeAccountId,
	collectorId,
}: Pick<Clinic, 'stripeAccountId' | 'collectorId'>): string | null => (collectorId === null ? stripeAccountId : null);

/** @throws SamtalError `COLLECTS_FOR_OTHERS` while the clinic's account takes the money of others. */
export async function assertCollectsForNobody(tx: Queryable, clinicId: string): Promise<void> {
	if ((await tx.clinic.count({ where: { collectorId: clinicId } })) > 0) throw new SamtalError('COLLECTS_FOR_OTHERS');
}

/** How the clinic's account stands, as far as Stripe has told. */
export async function showAccount(clinicId: string, { database, accounts }: PaymentDeps): Promise<Shown> {
	const clinic = await database.clinic.findUniqueOrThrow({ where: { id: clinicId }, include: { collector: true } });
	const { stripeAccountId, collector } = clinic;
	const taker = stripeAccountId && (await database.paymentAccount.findUnique({ where: { id: stripeAccountId } }));
	const row = collector === null ? taker : null;
	return {
		collector: collector && { name: collector.name, takesPayments: taker ? taker.chargesEnabled : false },
		byPlatform: accounts.byPlatform,
		openRequests: await database.payment.count({ where: openRequests(clinicId) }),
		account: row
			? {
					...{ id: row.id, state: accountState(row), restriction: restrictionOf(row), missing: missingOf(row.due) },
					...{ takesPayments: row.chargesEnabled, paysOut: row.payoutsEnabled },
					ownKeys: row.ownKeys ? { hint: row.keyHint } : null,
				}
			: null,
	};
}

/** The same, after asking Stripe. @throws SamtalError `PAYMENT_PROVIDER` */
export async function checkAccount(clinicId: string, deps: PaymentDeps): Promise<Shown> {
	const account = ownAccount(await deps.database.clinic.findUniqueOrThrow({ where: { id: clinicId } }));
	if (account !== null) {
		const reading = await readAccount(account, deps);
		await deps.database.$transaction((tx) => keepReading(tx, account, reading));
	}
	return showAccount(clinicId, deps);
}
