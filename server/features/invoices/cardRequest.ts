import { SamtalError } from '../../../shared/contract/errors.ts';
import { documentNumber } from '../../../shared/domain/invoices/number.ts';
import { totalsOf } from '../../../shared/domain/invoices/totals.ts';
import { isCardAmount } from '../../../shared/domain/payments/cardAmount.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { InvoiceStatus } from '../../adapters/prisma/generated/enums.ts';
import type { Actor } from '../../http/actors.ts';
import { holdAccount } from '../holdAccount.ts';
import type { InvoiceDeps } from './create.ts';
import { invoicesOf } from './policy.ts';
import { whole, type InvoiceRow } from './rows.ts';

/**
 * The request to pay all of a sent invoice by card, under the link in its mail: the one that stands, or a new one; none
 * where the clinic takes no cards, or no card pays so much. `tx` has locked the invoice.
 */
export async function cardRequestOf(
	tx: Queryable,
	row: InvoiceRow,
	{ ambient }: Pick<InvoiceDeps, 'ambient'>,
): Promise<InvoiceRow['payments']> {
	const { id: invoiceId, clinicId, clientId, createdById: requestedById, currency, lines, clinic, payments } = row;
	const amountMinor = totalsOf(lines).grossMinor;
	if (payments.length > 0 || clinic.stripeAccountId === null || !isCardAmount({ amountMinor, currency }))
		return payments;
	await holdAccount(tx, clinicId);
	if ((await tx.clinic.count({ where: { id: clinicId, paymentsEnabled: true, stripeAccountId: { not: null } } })) === 0)
		return [];
	const id = ambient.newId();
	await tx.payment.create({
		data: {
			...{ id, clinicId, clientId, invoiceId, requestedById, currency, requestedAt: ambient.now() },
			...{ amountMinor, description: describe(row) },
		},
	});
	return [{ id }];
}

/** What a payment of it is for. */
export const describe = ({ year, number }: Pick<InvoiceRow, 'year' | 'number'>): string =>
	documentNumber({ year: year ?? 0, number: number ?? 0 });

/**
 * Takes back the request to pay it by card, before it is paid by another way or void: no transaction waits for Stripe.
 * @throws SamtalError `NOT_FOUND`; `CONFLICT` for one in none of these states; `PAYMENT_ALREADY_RECEIVED`, `PAYMENT_PROVIDER`
 */
export async function withdrawCard(
	{ db, withdrawRequest }: InvoiceDeps,
	actor: Actor,
	invoiceId: string,
	from: readonly InvoiceStatus[],
): Promise<void> {
	const row = await db.invoice.findFirst({ where: { id: invoiceId, ...invoicesOf(actor) }, include: whole });
	if (row === null) throw new SamtalError('NOT_FOUND');
	if (!from.includes(row.status)) throw new SamtalError('CONFLICT');
	for (const { id } of row.payments) await withdrawRequest(id);
}
