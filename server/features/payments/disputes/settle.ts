import { disputeAfter, disputeOf, isDecided, type DisputeState } from '../../../../shared/domain/payments/disputes.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import type { PaymentRow } from '../rows.ts';
import { enqueueDisputeNotice } from './notice.ts';
import type { ToldDispute } from './ports.ts';

/**
 * Writes down what the provider says of a dispute of `payment`, which `tx` has locked. The first time that the clinic
 * hears of it, its managers are told by mail, unless it was over by then. Answers with whether anything changed.
 */
export async function settleDispute(
	tx: Queryable,
	payment: PaymentRow,
	told: ToldDispute,
	deps: Pick<PaymentDeps, 'mail' | 'translate' | 'newId' | 'log' | 'origin'>,
): Promise<boolean> {
	const { providerId, amountMinor, reason, openedAt, dueBy } = told;
	if (told.currency !== payment.currency) {
		deps.log.warn({ paymentId: payment.id }, 'dispute does not match its payment, ignored');
		return false;
	}
	const known = await tx.dispute.findUnique({ where: { providerId } });
	if (known === null) {
		const { id: paymentId, clinicId } = payment;
		const facts = { id: deps.newId(), paymentId, clinicId, providerId, amountMinor, reason, openedAt, dueBy };
		await tx.dispute.create({ data: { ...facts, ...columnsOf(disputeOf(told)) } });
		if (!isDecided(told.status)) await enqueueDisputeNotice(tx, payment, told, deps);
		return true;
	}
	const before: DisputeState = {
		status: known.status,
		closedAt: known.closedAt?.getTime() ?? null,
		lastEventAt: known.lastEventAt.getTime(),
	};
	if (known.paymentId !== payment.id) return false;
	const after = disputeAfter(before, told);
	if (after === before) return false;
	const isNewest = after.lastEventAt === told.at;
	await tx.dispute.update({
		where: { id: known.id },
		data: { ...columnsOf(after), ...(isNewest && { amountMinor, reason, dueBy }) },
	});
	return true;
}

const columnsOf = ({ status, closedAt, lastEventAt }: DisputeState) => ({
	status,
	closedAt: closedAt === null ? null : new Date(closedAt),
	lastEventAt: new Date(lastEventAt),
});
