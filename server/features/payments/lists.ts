import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Payment } from '../../../shared/contract/payments.ts';
import type { Actor, PayerActor } from '../../http/actors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import { ownPayments, paymentsOf, visitsOf } from './policy.ts';
import { presentOwnPayment, presentPayment, withPayer, type PaymentRow } from './rows.ts';

interface PaymentList {
	payments: Payment[];
}

export const newestFirst = {
	include: withPayer,
	orderBy: [{ requestedAt: 'desc' as const }, { id: 'desc' as const }],
};
const present = (rows: readonly PaymentRow[]): PaymentList => ({ payments: rows.map(presentPayment) });

/** @throws SamtalError `NOT_FOUND` for a visit that is not theirs. */
export async function ofVisit(db: Database, actor: Actor, appointmentId: string): Promise<PaymentList> {
	const visit = await db.appointment.findFirst({ where: { id: appointmentId, ...visitsOf(actor) } });
	if (visit === null) throw new SamtalError('NOT_FOUND');
	return present(await db.payment.findMany({ where: { appointmentId }, ...newestFirst }));
}

/** @throws SamtalError `NOT_FOUND` for another clinic's client. */
export async function ofClient(db: Database, { clinicId }: Actor, clientId: string): Promise<PaymentList> {
	const client = await db.client.findFirst({ where: { id: clientId, clinicId } });
	if (client === null) throw new SamtalError('NOT_FOUND');
	return present(await db.payment.findMany({ where: { clinicId, clientId }, ...newestFirst }));
}

/** @throws SamtalError `NOT_FOUND` for a payment that is not theirs. */
export async function readPayment(db: Database, actor: Actor, paymentId: string): Promise<PaymentRow> {
	const row = await db.payment.findFirst({ where: { id: paymentId, ...paymentsOf(actor) }, include: withPayer });
	if (row === null) throw new SamtalError('NOT_FOUND');
	return row;
}

/** What this payer was asked for, and by whom. */
export async function ofPayer(db: Database, payer: PayerActor): Promise<PaymentList & { clinicName: string }> {
	const { name: clinicName } = await db.clinic.findUniqueOrThrow({ where: { id: payer.clinicId } });
	const rows = await db.payment.findMany({ where: ownPayments(payer), ...newestFirst });
	return { clinicName, payments: rows.map(presentOwnPayment) };
}
