import type { Queryable } from '../../../adapters/prisma/database.ts';
import { applyEvent, type ApplyDeps } from '../apply.ts';
import type { PaymentRow } from '../rows.ts';
import type { CheckoutOutcome } from './ports.ts';

/** Applies that the money came by a page to a payment that `tx` has locked: the page's intent is the payment's then. */
export async function applyPaid(
	tx: Queryable,
	row: PaymentRow,
	{ intentId, ...event }: Extract<CheckoutOutcome, { type: 'received' }>,
	deps: ApplyDeps,
): Promise<PaymentRow> {
	if (row.status === 'RECEIVED') return row;
	await tx.payment.update({ where: { id: row.id }, data: { intentId } });
	return applyEvent(tx, row, event, deps);
}
