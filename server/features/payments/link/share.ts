import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { sharePayLink as shareRoute } from '../../../../shared/contract/payments.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import { startPaying } from '../../../../shared/domain/payments/actions.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { readPayment } from '../lists.ts';
import { stateOf } from '../rows.ts';
import { enqueuePayLink } from './mail.ts';

/**
 * The link under which a request is paid without a call, and, where that is wanted, a mail with it.
 * @throws SamtalError `NOT_FOUND`, `PAYMENT_WITHDRAWN`, `PAYMENT_ALREADY_RECEIVED`, `NO_ADDRESS`
 */
export async function sharePayLink(
	{ params, body }: RequestOf<typeof shareRoute>,
	actor: Actor,
	deps: PaymentDeps,
): Promise<{ link: string }> {
	const payment = await readPayment(deps.database, actor, params.paymentId);
	startPaying(stateOf(payment));
	if (body.byMail && !(await enqueuePayLink(deps.database, payment, deps))) throw new SamtalError('NO_ADDRESS');
	return { link: deps.links.pay(payment.id, deps.now()) };
}
