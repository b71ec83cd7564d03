import { openStatuses } from '../../../shared/domain/payments/openStatus.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Invoice } from '../../../shared/contract/invoices.ts';
import { documentNumber, invoiceNumber } from '../../../shared/domain/invoices/number.ts';
import { invoiceState } from '../../../shared/domain/invoices/state.ts';
import { totalsOf } from '../../../shared/domain/invoices/totals.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { Actor } from '../../http/actors.ts';
import { invoicesOf } from './policy.ts';

/** What every answer about an invoice needs beside its row. */
export const whole = {
	lines: { orderBy: { position: 'asc' } },
	client: { select: { name: true, email: true, locale: true } },
	clinic: { select: { name: true, timeZone: true, billing: true, stripeAccountId: true } },
	/** The request to pay it by card, while that stands. */
	payments: { where: { status: { in: openStatuses() } }, select: { id: true } },
	creditNote: true,
	mails: {
		include: { message: { select: { to: true, status: true, sentAt: true } } },
		orderBy: { number: 'asc' },
	},
} as const satisfies Prisma.InvoiceInclude;

export type InvoiceRow = Prisma.InvoiceGetPayload<{ include: typeof whole }>;

/** Reads one, and keeps everybody else from changing it until the transaction ends. @throws SamtalError `NOT_FOUND` */
export async function lockInvoice(tx: Queryable, actor: Actor, invoiceId: string): Promise<InvoiceRow> {
	await tx.$queryRaw`
		SELECT 1 FROM "Invoice" WHERE "id" = ${invoiceId}::uuid AND "clinicId" = ${actor.clinicId}::uuid FOR UPDATE`;
	const row = await tx.invoice.findFirst({ where: { id: invoiceId, ...invoicesOf(actor) }, include: whole });
	if (row === null) throw new SamtalError('NOT_FOUND');
	return row;
}

/** The date at this moment on a clinic's clock. */
export const dateAt = (now: Date, timeZone: string): Temporal.PlainDate =>
	Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

/** As columns of dates are written and read: its midnight in UTC. */
export const toColumn = (date: Temporal.PlainDate): Date => new Date(`${date.toString()}T00:00:00Z`);
const fromColumn = (date: Date): string => date.toISOString().slice(0, 10);

/** A row as the contract shows it. */
export function presentInvoice(row: InvoiceRow, now: Date): Invoice {
	const { id, clientId, currency, version, creditNote } = row;
	const [issuedOn, dueOn] = [row.issuedOn && fromColumn(row.issuedOn), row.dueOn && fromColumn(row.dueOn)];
	return {
		...{ id, clientId, currency, version, issuedOn, dueOn },
		clientName: row.clientName ?? row.client.name,
		state: invoiceState(row.status, dueOn, dateAt(now, row.clinic.timeZone).toString()),
		number: invoiceNumber(row),
		lines: row.lines.map(({ description, quantity, unitMinor, vatBasisPoints, attendeeId }) => ({
			...{ description, quantity, unitMinor, vatBasisPoints, attendeeId },
		})),
		totals: totalsOf(row.lines),
		createdAt: row.createdAt.toISOString(),
		mailTo: row.client.email,
		mails: row.mails.map(({ number, kind, message, ...mail }) => ({
			...{ number, kind, at: (message?.sentAt ?? mail.createdAt).toISOString() },
			...{ to: message?.to ?? null, state: message?.status ?? 'SENT' },
		})),
		creditNote: creditNote && {
			number: documentNumber(creditNote),
			issuedOn: fromColumn(creditNote.issuedOn),
			reason: creditNote.reason,
		},
	};
}
