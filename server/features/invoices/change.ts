import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Invoice, mailInvoice as mailRoute, payInvoice as payRoute } from '../../../shared/contract/invoices.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { totalsOf } from '../../../shared/domain/invoices/totals.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { InvoiceStatus } from '../../adapters/prisma/generated/enums.ts';
import type { Actor } from '../../http/actors.ts';
import { wayByHand } from '../paymentWay.ts';
import type { InvoiceDeps } from './create.ts';
import { takeNumber } from './number.ts';
import { enqueueInvoice } from './paper/enqueue.ts';
import { sentWithOf } from './paper/sentWith.ts';
import { describe, withdrawCard } from './cardRequest.ts';
import { dateAt, lockInvoice, presentInvoice, toColumn, whole, type InvoiceRow } from './rows.ts';

type Change = (tx: Queryable, row: InvoiceRow) => Promise<unknown>;

/** Changes one that is in one of these states, while nobody else does. @throws SamtalError `NOT_FOUND`, `CONFLICT` */
async function change(
	{ db, ambient }: InvoiceDeps,
	actor: Actor,
	invoiceId: string,
	from: readonly InvoiceStatus[],
	work: Change,
): Promise<Invoice> {
	await db.$transaction(async (tx) => {
		const row = await lockInvoice(tx, actor, invoiceId);
		if (!from.includes(row.status)) throw new SamtalError('CONFLICT');
		await work(tx, row);
	}, patience);
	// Read afterwards: whoever holds the clinic's counter lets go of it at once.
	return presentInvoice(
		await db.invoice.findUniqueOrThrow({ where: { id: invoiceId }, include: whole }),
		ambient.now(),
	);
}

/** In ms. All who send at once at a clinic take turns for its numbers. */
const patience = { maxWait: 8_000, timeout: 10_000 };

/** Numbers a draft, closes it, and mails it in the same transaction. `daysToPay`: from today on the clinic's clock. */
export const sendInvoice = (deps: InvoiceDeps, actor: Actor, invoiceId: string, daysToPay: number) =>
	change(deps, actor, invoiceId, ['DRAFT'], async (tx, row) => {
		const { clinicId, client, clinic, lines } = row;
		if (totalsOf(lines).grossMinor === 0) throw new SamtalError('CONFLICT');
		const today = dateAt(deps.ambient.now(), clinic.timeZone);
		const { year } = today;
		const data = {
			...{ sentWith: sentWithOf(row), status: 'SENT' as const, year },
			...{ number: await takeNumber(tx, clinicId, 'INVOICE', year), clientName: client.name },
			...{ issuedOn: toColumn(today), dueOn: toColumn(today.add({ days: daysToPay })) },
		};
		// Nothing is read again: others wait for the number to be let go.
		await tx.invoice.update({ where: { id: invoiceId }, data, select: { id: true } });
		await enqueueInvoice(tx, { ...row, ...data }, 'INVOICE', deps);
	});

/** Mails it once more, while it is to be paid. */
export const mailInvoice = (
	deps: InvoiceDeps,
	actor: Actor,
	invoiceId: string,
	{ kind, number }: RequestOf<typeof mailRoute>['body'],
) =>
	change(deps, actor, invoiceId, ['SENT'], async (tx, row) => {
		if (row.client.email === null || number !== row.mails.length + 1) throw new SamtalError('CONFLICT');
		await enqueueInvoice(tx, row, kind, deps);
	});

/** Notes the money for all of it, as received now. */
export async function payInvoice(
	deps: InvoiceDeps,
	actor: Actor,
	invoiceId: string,
	wanted: RequestOf<typeof payRoute>['body'],
): Promise<Invoice> {
	// Refused before the card's request is taken back.
	await wayByHand(deps.db, actor.clinicId, wanted);
	await withdrawCard(deps, actor, invoiceId, ['SENT']);
	return change(deps, actor, invoiceId, ['SENT'], async (tx, row) => {
		const { clinicId, clientId, currency, lines } = row;
		const now = deps.ambient.now();
		const way = await wayByHand(tx, clinicId, wanted);
		await tx.payment.create({
			data: {
				...{ id: deps.ambient.newId(), clinicId, clientId, invoiceId, requestedById: actor.memberId },
				...{ ...way, currency, amountMinor: totalsOf(lines).grossMinor, status: 'RECEIVED' },
				...{ description: describe(row), requestedAt: now, receivedAt: now },
			},
		});
		await tx.invoice.update({ where: { id: invoiceId }, data: { status: 'PAID' } });
	});
}

/** Takes one back that was sent, by a credit note with a number of its own kind. */
export async function voidInvoice(
	deps: InvoiceDeps,
	actor: Actor,
	invoiceId: string,
	reason: string,
): Promise<Invoice> {
	await withdrawCard(deps, actor, invoiceId, ['SENT', 'PAID']);
	return change(deps, actor, invoiceId, ['SENT', 'PAID'], async (tx, { clinicId, clinic }) => {
		const today = dateAt(deps.ambient.now(), clinic.timeZone);
		const { year } = today;
		const number = await takeNumber(tx, clinicId, 'CREDIT_NOTE', year);
		await tx.creditNote.create({
			data: { id: deps.ambient.newId(), clinicId, invoiceId, year, number, issuedOn: toColumn(today), reason },
		});
		await tx.invoice.update({ where: { id: invoiceId }, data: { status: 'VOID' } });
	});
}

/** A draft leaves nothing behind. @throws SamtalError `NOT_FOUND`, `CONFLICT` */
export const deleteInvoice = ({ db }: InvoiceDeps, actor: Actor, invoiceId: string): Promise<void> =>
	db.$transaction(async (tx) => {
		const { status } = await lockInvoice(tx, actor, invoiceId);
		if (status !== 'DRAFT') throw new SamtalError('CONFLICT');
		await tx.invoice.delete({ where: { id: invoiceId } });
	});
