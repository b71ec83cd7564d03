import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Payment, refundPayment } from '../../../../shared/contract/payments.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import { leftOf } from '../../../../shared/domain/payments/refunds.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { paymentsOf } from '../policy.ts';
import { lockPayment, presentPayment, withPayer } from '../rows.ts';
import { tellTool } from '../tellTool.ts';
import { carryOut } from './carryOut.ts';
import { enqueueRefundNotice } from './notice.ts';

type Wanted = RequestOf<typeof refundPayment>;

/**
 * Sends money back. It is written down before the provider is asked, so that it is neither sent twice nor forgotten;
 * where the provider does not answer, it is pending, and `finishRefunds` asks again. What came in by hand goes back by
 * hand: that is only written down.
 * @throws SamtalError `NOT_FOUND`, `REFUND_TOO_MUCH`; `CONFLICT` when the id stands for another refund;
 * `REFUND_AT_STRIPE` when the clinic took the keys of that account away.
 */
export async function refund({ params, body }: Wanted, actor: Actor, deps: PaymentDeps): Promise<Payment> {
	const { database, log } = deps;
	const where = { id: params.paymentId, ...paymentsOf(actor) };
	const seen = await database.payment.findFirst({ where });
	if (seen === null) throw new SamtalError('NOT_FOUND');
	if (seen.accountId !== null && (await deps.findOwnKeys(seen.accountId)) === 'taken') {
		throw new SamtalError('REFUND_AT_STRIPE');
	}

	await database.$transaction(async (tx) => {
		const payment = await lockPayment(tx, params.paymentId);
		const before = await tx.refund.findUnique({ where: { id: body.id } });
		if (before?.paymentId === payment.id && before.amountMinor === body.amountMinor) return;
		if (before !== null) throw new SamtalError('CONFLICT');
		if (body.amountMinor > leftOf(payment)) throw new SamtalError('REFUND_TOO_MUCH');
		const byHand = payment.method !== 'CARD';
		await tx.refund.create({
			data: {
				...{ ...body, status: byHand ? 'SUCCEEDED' : 'PENDING' },
				...{ paymentId: payment.id, clinicId: payment.clinicId },
				...{ requestedById: actor.memberId, requestedAt: deps.now() },
			},
		});
		if (byHand) await enqueueRefundNotice(tx, payment, { ...body, currency: payment.currency }, deps);
	});
	try {
		await carryOut(body.id, deps);
	} catch (err) {
		if (!(err instanceof SamtalError)) throw err;
		log.warn({ err, refundId: body.id }, 'refund not taken yet, asked for again later');
	}
	const row = await database.payment.findUniqueOrThrow({ where: { id: params.paymentId }, include: withPayer });
	tellTool(row, deps);
	return presentPayment(row);
}
