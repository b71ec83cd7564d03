import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import type { AccountReading } from './ports.ts';

/** A reading, and when it began. */
export interface DatedReading {
	reading: AccountReading | null;
	readAt: Date;
}

/**
 * Asks Stripe how an account stands. A reading counts from the moment at which it was asked for: whatever happened
 * before is in it, so of two the one that was asked for later is kept, in whatever order they are answered.
 */
export async function readAccount(account: string, { accounts, now }: PaymentDeps): Promise<DatedReading> {
	const readAt = now();
	return { reading: await accounts.read(account), readAt };
}

/** Keeps a reading unless a later one is there. An account that is not ours any more takes nobody's money. */
export async function keepReading(tx: Queryable, id: string, { reading, readAt }: DatedReading): Promise<void> {
	const { clinicId: _, ...facts } = reading ?? lost;
	const { count } = await tx.paymentAccount.updateMany({
		where: { id, readAt: { lte: readAt } },
		data: { ...facts, due: [...facts.due], readAt },
	});
	if (reading === null && count > 0) {
		await tx.clinic.updateMany({ where: { stripeAccountId: id }, data: { stripeAccountId: null } });
	}
}

const lost: AccountReading = {
	...{ clinicId: null, chargesEnabled: false, payoutsEnabled: false, detailsSubmitted: false },
	...{ due: [], disabledReason: null },
};
