import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Payment, requestPayment } from '../../../shared/contract/payments.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { isCardAmount } from '../../../shared/domain/payments/cardAmount.ts';
import type { Actor } from '../../http/actors.ts';
import { holdAccount } from '../holdAccount.ts';
import { accountOf } from './account.ts';
import type { PaymentDeps } from './deps.ts';
import { payerOf } from './payerOf.ts';
import { tellTool } from './tellTool.ts';
import { enqueuePayLink } from './link/mail.ts';
import { lockPayment, presentPayment, withPayer } from './rows.ts';

type Wanted = RequestOf<typeof requestPayment>;

/**
 * Asks an attendee for money, in the visit's currency. The same request made twice is one payment.
 * @throws SamtalError `NOT_FOUND`, `PAYMENTS_DISABLED`, `PAYMENTS_NOT_READY`, `CARD_AMOUNT`; `CONFLICT` when the id stands for another payment.
 */
export async function request({ params, body }: Wanted, actor: Actor, deps: PaymentDeps): Promise<Payment> {
	const { byMail, ...asked } = body;
	const wanted = { ...asked, ...(await payerOf(deps.database, actor, { ...params, ...body })) };
	if (!isCardAmount(wanted)) throw new SamtalError('CARD_AMOUNT');
	const isNew = await deps.database.$transaction(async (tx) => {
		await holdAccount(tx, actor.clinicId);
		await accountOf(tx, actor.clinicId);
		const { count } = await tx.payment.createMany({
			data: [{ ...wanted, clinicId: actor.clinicId, requestedById: actor.memberId, requestedAt: deps.now() }],
			skipDuplicates: true,
		});
		if (count > 0 && byMail) await enqueuePayLink(tx, await lockPayment(tx, body.id), deps);
		return count > 0;
	});
	const payment = await deps.database.payment.findFirst({ where: wanted, include: withPayer });
	if (payment === null) throw new SamtalError('CONFLICT');
	if (isNew) tellTool(payment, deps);
	return presentPayment(payment);
}
