import { applyPaymentEvent, type PaymentEvent } from '../../../shared/domain/payments/events.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import { keepCard } from './cards/keep.ts';
import type { PaymentDeps } from './deps.ts';
import { enqueuePayLink } from './link/mail.ts';
import { enqueueReceipt } from './receipt/enqueue.ts';
import { columnsOf, stateOf, withPayer, type PaymentRow } from './rows.ts';

/** An invoice is paid with the payment that asks for all of it. */
export const settleInvoice = (tx: Queryable, id: string) =>
	tx.invoice.updateMany({ where: { id, status: 'SENT' }, data: { status: 'PAID' } });

export type ApplyDeps = Pick<PaymentDeps, 'links' | 'mail' | 'now' | 'translate'>;

/**
 * Applies what the provider told to a payment that `tx` has locked. The first time that the money is there, its card is
 * kept where the payer agreed to that, and the receipt is queued. Where a kept card was refused, its holder gets the link to
 * pay by themselves. Answers with the row as it is now; the same object when nothing changed.
 */
export async function applyEvent(
	tx: Queryable,
	row: PaymentRow,
	event: PaymentEvent,
	deps: ApplyDeps,
): Promise<PaymentRow> {
	// The form's intent, or a page's, has ended: the next page can still be paid.
	if (row.hosted && event.type === 'cancelled') return row;
	const before = stateOf(row);
	const after = applyPaymentEvent(before, event);
	if (after === before) return row;
	const changed = await tx.payment.update({ where: { id: row.id }, data: columnsOf(after), include: withPayer });
	if (event.type === 'received' && event.card) await keepCard(tx, changed, event.card);
	if (after.status === 'RECEIVED') await enqueueReceipt(tx, changed, deps);
	if (after.status === 'FAILED' && before.status === 'PAYING' && row.cardOnFileId !== null)
		await enqueuePayLink(tx, changed, deps);
	if (after.status === 'RECEIVED' && changed.invoiceId !== null) await settleInvoice(tx, changed.invoiceId);
	return changed;
}
