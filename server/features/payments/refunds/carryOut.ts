import type { PaymentDeps } from '../deps.ts';
import { lockPayment } from '../rows.ts';
import { settleRefund } from './settle.ts';

/** Asks the provider for a refund that it has not taken yet. No connection is held while it answers. */
export async function carryOut(refundId: string, deps: PaymentDeps): Promise<void> {
	const { payment, ...refund } = await deps.database.refund.findUniqueOrThrow({
		where: { id: refundId },
		include: { payment: true },
	});
	if (refund.status !== 'PENDING' || refund.providerId !== null) return;
	if (payment.intentId === null || payment.accountId === null) return;
	const told = await deps.provider.createRefund(payment.accountId, {
		refundId,
		intentId: payment.intentId,
		amountMinor: refund.amountMinor,
		currency: payment.currency,
	});
	await deps.database.$transaction(async (tx) => settleRefund(tx, await lockPayment(tx, payment.id), told, deps));
}
