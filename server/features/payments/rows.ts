import type { Dispute } from '../../../shared/contract/disputes.ts';
import type { Payment } from '../../../shared/contract/payments.ts';
import type { Refund } from '../../../shared/contract/refunds.ts';
import type { PaymentState } from '../../../shared/domain/payments/events.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';

/** What every answer about a payment needs beside its row. */
export const withPayer = {
	attendee: { select: { name: true } },
	client: { select: { name: true } },
	kind: { select: { name: true } },
	appointment: { select: { professionalId: true } },
	disputes: { orderBy: { openedAt: 'asc' } },
	refunds: { include: { requestedBy: { select: { name: true } } }, orderBy: { requestedAt: 'asc' } },
} as const;

/** As what somebody comes to the visit, else as what they stand in the clinic's records. */
export const payerName = ({ attendee, client }: Pick<PaymentRow, 'attendee' | 'client'>): string =>
	attendee?.name ?? client?.name ?? '';

/** A payment's row as the contract shows it. */
export const presentPayment = (row: PaymentRow): Payment => ({
	id: row.id,
	appointmentId: row.appointmentId,
	professionalId: row.appointment?.professionalId ?? null,
	payer: { attendeeId: row.attendeeId, clientId: row.clientId, name: payerName(row) },
	method: row.method,
	kind: row.kind?.name ?? null,
	amountMinor: row.amountMinor,
	currency: row.currency,
	description: row.description,
	status: row.status,
	failureCode: row.failureCode,
	receiptEmail: row.receiptEmail,
	hosted: row.hosted,
	card: cardOf(row),
	requestedAt: row.requestedAt.toISOString(),
	receivedAt: row.receivedAt?.toISOString() ?? null,
	refundedMinor: row.refundedMinor,
	refunds: row.refunds.map(presentRefund),
	disputes: row.disputes.map(presentDispute),
});

/** Of a charge that was not carried out: no bank declined anything. */
const notTried = new Set(['card_removed', 'not_reached']);

/** The same for who pays: why money went back, who sent it, and disputes are in the clinic's books only. */
export function presentOwnPayment(row: PaymentRow): Payment {
	const payment = presentPayment(row);
	const asked = notTried.has(row.failureCode ?? '') ? ({ status: 'REQUESTED', failureCode: null } as const) : {};
	return {
		...{ ...payment, ...asked },
		disputes: [],
		refunds: payment.refunds.map((each) => ({ ...each, reason: '', requestedBy: null })),
	};
}

const presentRefund = (row: PaymentRow['refunds'][number]): Refund => ({
	id: row.id,
	amountMinor: row.amountMinor,
	reason: row.reason,
	status: row.status,
	failureCode: row.failureCode,
	requestedBy: row.requestedBy?.name ?? null,
	requestedAt: row.requestedAt.toISOString(),
});

const presentDispute = ({ id, amountMinor, reason, status, dueBy }: PaymentRow['disputes'][number]): Dispute => ({
	...{ id, amountMinor, reason, status },
	dueBy: dueBy?.toISOString() ?? null,
});

/** The part of a row that the rules of shared/domain/payments decide. */
export const stateOf = (row: PaymentRow): PaymentState => ({
	status: row.status,
	failureCode: row.failureCode,
	card: cardOf(row),
	receivedAt: row.receivedAt?.getTime() ?? null,
	lastEventAt: row.lastEventAt?.getTime() ?? null,
});

/** Back from the rules into columns. */
export const columnsOf = (state: PaymentState) => ({
	status: state.status,
	failureCode: state.failureCode,
	cardBrand: state.card?.brand ?? null,
	cardLast4: state.card?.last4 ?? null,
	receivedAt: state.receivedAt === null ? null : new Date(state.receivedAt),
	lastEventAt: state.lastEventAt === null ? null : new Date(state.lastEventAt),
});

/** Reads a payment and keeps everybody else from changing it until the transaction ends. */
export async function lockPayment(tx: Queryable, paymentId: string) {
	await tx.$queryRaw`SELECT 1 FROM "Payment" WHERE "id" = ${paymentId}::uuid FOR UPDATE`;
	return tx.payment.findUniqueOrThrow({ where: { id: paymentId }, include: withPayer });
}

export type PaymentRow = Awaited<ReturnType<typeof lockPayment>>;

const cardOf = (row: Pick<PaymentRow, 'cardBrand' | 'cardLast4'>) =>
	row.cardBrand !== null && row.cardLast4 !== null ? { brand: row.cardBrand, last4: row.cardLast4 } : null;
