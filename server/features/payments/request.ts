import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Payment, requestPayment } from '../../../shared/contract/payments.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Actor } from '../../http/actors.ts';
import { accountOf } from './account.ts';
import type { PaymentDeps } from './deps.ts';
import { payerOf } from './payerOf.ts';
import { tellTool } from './tellTool.ts';
import { presentPayment, withPayer } from './rows.ts';

type Wanted = RequestOf<typeof requestPayment>;

/**
 * Asks an attendee for money, in the visit's currency. The same request made twice is one payment.
 * @throws SamtalError `NOT_FOUND`, `PAYMENTS_DISABLED`, `PAYMENTS_NOT_READY`; `CONFLICT` when the id stands for another payment.
 */
export async function request({ params, body }: Wanted, actor: Actor, deps: PaymentDeps): Promise<Payment> {
	const wanted = { ...body, ...(await payerOf(deps.database, actor, { ...params, ...body })) };
	const { count } = await deps.database.$transaction(async (tx) => {
		// Whoever disconnects the account counts either this request, or makes it find no account.
		await tx.$queryRaw`SELECT 1 FROM "Clinic" WHERE "id" = ${actor.clinicId}::uuid FOR SHARE`;
		await accountOf(tx, actor.clinicId);
		return tx.payment.createMany({
			data: [{ ...wanted, clinicId: actor.clinicId, requestedById: actor.memberId, requestedAt: deps.now() }],
			skipDuplicates: true,
		});
	});
	const payment = await deps.database.payment.findFirst({ where: wanted, include: withPayer });
	if (payment === null) throw new SamtalError('CONFLICT');
	if (count > 0) tellTool(payment, deps);
	return presentPayment(payment);
}
