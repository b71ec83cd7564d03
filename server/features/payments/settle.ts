import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Payment, settlePayment } from '../../../shared/contract/payments.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Actor } from '../../http/actors.ts';
import { wayByHand } from '../paymentWay.ts';
import { settleInvoice } from './apply.ts';
import type { PaymentDeps } from './deps.ts';
import { readPayment } from './lists.ts';
import { enqueueReceipt } from './receipt/enqueue.ts';
import { presentPayment, withPayer } from './rows.ts';
import { tellTool } from './tellTool.ts';
import { withdrawRequest } from './withdraw.ts';

/**
 * Writes down that what a request asks for was paid by another way. The request is taken back first, so that nobody pays
 * twice; asked again after a crash in between, it goes on from there. A fee stays a fee, and an invoice is paid.
 * @throws SamtalError `NOT_FOUND`, `PAYMENT_ALREADY_RECEIVED`, `PAYMENT_PROVIDER`; `CONFLICT` when the id stands for another
 * payment, or its invoice is not to be paid any more.
 */
export async function settle(
	{ params, body }: RequestOf<typeof settlePayment>,
	actor: Actor,
	deps: PaymentDeps,
): Promise<Payment> {
	const { database, now } = deps;
	const { id, receiptEmail } = body;
	const asked = await readPayment(database, actor, params.paymentId);
	const way = await wayByHand(database, actor.clinicId, body);
	const { clinicId, appointmentId, attendeeId, clientId, invoiceId, feeMinor, amountMinor, currency, description } =
		asked;
	const received = {
		...{ id, clinicId, appointmentId, attendeeId, clientId, invoiceId, feeMinor, amountMinor, currency, description },
		...{ ...way, receiptEmail, status: 'RECEIVED' as const },
	};
	// Pressed twice.
	if ((await database.payment.count({ where: received })) === 0) await withdrawRequest(asked.id, deps);
	const payment = await database.$transaction(async (tx) => {
		const times = { requestedAt: now(), receivedAt: now() };
		const { count } = await tx.payment.createMany({
			data: [{ ...received, ...times, requestedById: actor.memberId }],
			skipDuplicates: true,
		});
		const row = await tx.payment.findFirst({ where: received, include: withPayer });
		if (row === null) throw new SamtalError('CONFLICT');
		if (count === 0) return row;
		await enqueueReceipt(tx, row, deps);
		// It may have been taken back, or paid, meanwhile.
		if (invoiceId !== null && (await settleInvoice(tx, invoiceId)).count === 0) throw new SamtalError('CONFLICT');
		return row;
	});
	tellTool(payment, deps);
	return presentPayment(payment);
}
