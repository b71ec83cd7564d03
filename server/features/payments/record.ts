import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Payment, recordPayment } from '../../../shared/contract/payments.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Actor } from '../../http/actors.ts';
import { wayByHand } from '../paymentWay.ts';
import type { PaymentDeps } from './deps.ts';
import { payerOf } from './payerOf.ts';
import { enqueueReceipt } from './receipt/enqueue.ts';
import { presentPayment, withPayer } from './rows.ts';
import { tellTool } from './tellTool.ts';

type Wanted = RequestOf<typeof recordPayment>;

/**
 * Writes down what an attendee paid by another way, in the visit's currency, and sends the receipt where one is wanted.
 * The same one made twice is one payment. Nothing of it goes to Stripe, and it needs no account there.
 * @throws SamtalError `NOT_FOUND`; `CONFLICT` when the id stands for another payment.
 */
export async function record({ params, body }: Wanted, actor: Actor, deps: PaymentDeps): Promise<Payment> {
	const { database, now } = deps;
	const payer = await payerOf(database, actor, { ...params, ...body });
	const way = await wayByHand(database, actor.clinicId, body);
	const received = { ...body, ...way, ...payer, status: 'RECEIVED' as const, clinicId: actor.clinicId };
	const payment = await database.$transaction(async (tx) => {
		const times = { requestedAt: now(), receivedAt: now() };
		const { count } = await tx.payment.createMany({
			data: [{ ...received, ...times, requestedById: actor.memberId }],
			skipDuplicates: true,
		});
		const row = await tx.payment.findFirst({ where: received, include: withPayer });
		if (row === null) throw new SamtalError('CONFLICT');
		if (count > 0) await enqueueReceipt(tx, row, deps);
		return row;
	});
	tellTool(payment, deps);
	return presentPayment(payment);
}
