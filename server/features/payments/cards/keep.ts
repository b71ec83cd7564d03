import type { PaidCard } from '../../../../shared/domain/payments/events.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentRow } from '../rows.ts';

/**
 * Keeps the card of a payment that `tx` has locked and that was just received, where the payer agreed to it and the
 * provider kept it. It takes the place of the card before.
 */
export async function keepCard(tx: Queryable, payment: PaymentRow, { kept, brand, last4 }: PaidCard): Promise<void> {
	const { id: paymentId, clientId, receivedAt } = payment;
	const consent = await tx.cardOnFile.findUnique({ where: { paymentId } });
	if (kept === null || consent === null || consent.customerId !== kept.customerId) return;
	// Two payments of one client may be received at the same moment: only one card is in use after them.
	await tx.$queryRaw`SELECT 1 FROM "Client" WHERE "id" = ${clientId}::uuid FOR NO KEY UPDATE`;
	await tx.cardOnFile.updateMany({
		where: { clientId: consent.clientId, accountId: consent.accountId, methodId: { not: null }, revokedAt: null },
		data: { revokedAt: receivedAt, revokedBy: 'NEWER_CARD' },
	});
	const { methodId, expMonth, expYear } = kept;
	await tx.cardOnFile.update({ where: { id: consent.id }, data: { methodId, brand, last4, expMonth, expYear } });
}
