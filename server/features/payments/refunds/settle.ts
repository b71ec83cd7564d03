import { refundAfter } from '../../../../shared/domain/payments/refunds.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import type { PaymentRow } from '../rows.ts';
import { enqueueRefundNotice } from './notice.ts';
import type { ToldRefund } from './ports.ts';

/**
 * Writes down what the provider says of a refund of `payment`, which `tx` has locked; one that was made at the provider
 * is added. The first time that the money is sent, its notice is queued. Answers with whether anything changed.
 */
export async function settleRefund(
	tx: Queryable,
	payment: PaymentRow,
	told: ToldRefund,
	deps: Pick<PaymentDeps, 'mail' | 'translate' | 'newId' | 'now' | 'log'>,
): Promise<boolean> {
	const known = await findKnown(tx, payment, told);
	const matches = told.currency === payment.currency && (known === null || known.amountMinor === told.amountMinor);
	if (!matches) {
		deps.log.warn({ paymentId: payment.id }, 'refund does not match its payment, ignored');
		return false;
	}
	const status = refundAfter(known?.status ?? 'PENDING', told.status);
	const news = { status, providerId: told.providerId, failureCode: status === 'FAILED' ? told.failureCode : null };
	if (known === null) {
		const { id: paymentId, clinicId } = payment;
		const made = { id: deps.newId(), paymentId, clinicId, reason: '', requestedAt: deps.now() };
		await tx.refund.create({ data: { ...made, amountMinor: told.amountMinor, ...news } });
	} else {
		if (status === known.status && known.providerId === told.providerId) return false;
		await tx.refund.update({ where: { id: known.id }, data: news });
	}
	if (status === 'SUCCEEDED' && known?.status !== 'SUCCEEDED') await enqueueRefundNotice(tx, payment, told, deps);
	return true;
}

/** Ours by the id that we gave it, as the provider's may not be known yet. */
const findKnown = (tx: Queryable, { id: paymentId }: PaymentRow, { refundId, providerId }: ToldRefund) =>
	tx.refund.findFirst({
		where: { paymentId, OR: [...(refundId === null ? [] : [{ id: refundId }]), { providerId: providerId ?? '' }] },
	});
