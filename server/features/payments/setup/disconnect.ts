import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { disconnectAccount } from '../../../../shared/contract/paymentSetup.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { withdraw } from '../withdraw.ts';
import { lockClinic } from './access.ts';
import { assertCollectsForNobody, openRequests, ownAccount } from './account.ts';
import { webhookUrlOf } from './ownKeys/give.ts';
import { forgetKeys } from './ownKeys/keep.ts';

/**
 * The account takes no more of the clinic's money. It stays connected at Stripe, so that what it took can be refunded;
 * keys of its own are taken away for good, and so is its way to tell us.
 * @throws SamtalError `CONFLICT` when it is not the clinic's any more; `COLLECTS_FOR_OTHERS`; `OPEN_PAYMENTS`, with how many, while clients
 * are still asked for money and that is not to be withdrawn; `REFUND_UNDERWAY` while own keys are needed for one.
 */
export async function disconnect(
	{ account, withdrawOpen }: RequestOf<typeof disconnectAccount>['body'],
	actor: Actor,
	deps: PaymentDeps,
): Promise<void> {
	if (withdrawOpen) await withdrawAll(actor, deps);
	const keys = await deps.findOwnKeys(account);
	await deps.database.$transaction(async (tx) => {
		if (ownAccount(await lockClinic(tx, actor.clinicId)) !== account) throw new SamtalError('CONFLICT');
		await assertCollectsForNobody(tx, actor.clinicId);
		const count = await tx.payment.count({ where: openRequests(actor.clinicId) });
		if (count > 0) throw new SamtalError('OPEN_PAYMENTS', { count });
		await tx.clinic.update({ where: { id: actor.clinicId }, data: { stripeAccountId: null } });
		if (keys === null) return;
		const refunds = { clinicId: actor.clinicId, status: 'PENDING', payment: { accountId: account } } as const;
		if ((await tx.refund.count({ where: refunds })) > 0) throw new SamtalError('REFUND_UNDERWAY');
		await forgetKeys(tx, account);
	});
	if (keys === null || keys === 'taken') return;
	try {
		await deps.keyed.stopListening(keys.secretKey, webhookUrlOf(deps.origin, account));
	} catch (error) {
		// The keys may have been revoked at Stripe before. What still comes is refused, as nothing here verifies it.
		deps.log.warn({ err: error, account }, 'Stripe still sends events of a disconnected account');
	}
}

async function withdrawAll(actor: Actor, deps: PaymentDeps): Promise<void> {
	const open = await deps.database.payment.findMany({ where: openRequests(actor.clinicId), select: { id: true } });
	for (const { id } of open) {
		try {
			await withdraw(id, actor, deps);
		} catch (error) {
			// The client was quicker: the money is there, nothing is open any more.
			if (!(error instanceof SamtalError) || error.code !== 'PAYMENT_ALREADY_RECEIVED') throw error;
		}
	}
}
