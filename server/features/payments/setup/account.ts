import type { z } from 'zod';
import type { getPaymentAccount } from '../../../../shared/contract/paymentSetup.ts';
import { accountState, missingOf, restrictionOf } from '../../../../shared/domain/payments/account.ts';
import type { PaymentDeps } from '../deps.ts';
import { keepReading, readAccount } from './readings.ts';

type Shown = z.infer<typeof getPaymentAccount.response>;

/** The requests of a clinic that clients can still pay by card. */
export const openRequests = (clinicId: string) => ({
	clinicId,
	method: 'CARD' as const,
	status: { in: ['REQUESTED' as const, 'PAYING' as const, 'FAILED' as const] },
});

/** How the clinic's account stands, as far as Stripe has told. */
export async function showAccount(clinicId: string, { database, accounts }: PaymentDeps): Promise<Shown> {
	const { stripeAccountId } = await database.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	const row = stripeAccountId && (await database.paymentAccount.findUnique({ where: { id: stripeAccountId } }));
	return {
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
	const { stripeAccountId } = await deps.database.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	if (stripeAccountId !== null) {
		const reading = await readAccount(stripeAccountId, deps);
		await deps.database.$transaction((tx) => keepReading(tx, stripeAccountId, reading));
	}
	return showAccount(clinicId, deps);
}
