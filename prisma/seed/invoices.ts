import { documentNumber } from '../../shared/domain/invoices/number.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import { takeNumber } from '../../server/features/invoices/number.ts';
import { sentWithOf } from '../../server/features/invoices/paper/sentWith.ts';
import { dateAt, toColumn, whole } from '../../server/features/invoices/rows.ts';
import type { DemoClinic } from './clinic.ts';
import type { DemoVisit } from './visits.ts';

const DAY_MS = 86_400_000;

/** How the invoices over the oldest visits that nobody has paid came out, then those over the newest. */
const oldest = [
	{ becomes: 'SENT', daysToPay: 7 },
	{ becomes: 'PAID', daysToPay: 14 },
] as const;
const newest = [
	{ becomes: 'SENT', daysToPay: 14 },
	{ becomes: 'DRAFT', daysToPay: 14 },
] as const;
type Plan = (typeof oldest | typeof newest)[number];

/** An invoice that is overdue, one that was paid, one that is sent and a draft, each by the visit's professional; no mails. */
export async function writeInvoices(
	tx: Queryable,
	ambient: Ambient,
	clinic: DemoClinic,
	visits: readonly DemoVisit[],
): Promise<void> {
	const paid = await tx.payment.findMany({ where: { clinicId: clinic.id }, select: { appointmentId: true } });
	const paidIds = new Set(paid.map(({ appointmentId }) => appointmentId));
	const open = visits
		.filter(({ id, status }) => status === 'DONE' && !paidIds.has(id))
		.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
	const chosen = [...open.slice(0, oldest.length), ...open.slice(-newest.length)];
	for (const [nth, plan] of [...oldest, ...newest].entries()) {
		const visit = chosen[nth];
		if (visit !== undefined) await writeInvoice(tx, ambient, clinic, visit, plan);
	}
}

/** Written as people do it, one after the other: triggers refuse everything else. */
async function writeInvoice(
	tx: Queryable,
	{ newId, now }: Ambient,
	{ id: clinicId, timeZone }: DemoClinic,
	{ attendeeId, client, professionalId, service, startsAt, endsAt }: DemoVisit,
	{ becomes, daysToPay }: Plan,
): Promise<void> {
	const id = newId();
	const { amountMinor, currency } = service;
	await tx.invoice.create({
		data: { id, clinicId, clientId: client.id, createdById: professionalId, currency, createdAt: endsAt },
	});
	const ofThis = { clinicId, invoiceId: id, status: 'DRAFT', quantity: 1 } as const;
	const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(startsAt);
	await tx.invoiceLine.createMany({
		data: [
			{
				...ofThis,
				position: 0,
				attendeeId,
				description: `${service.name}, ${day}`,
				unitMinor: amountMinor,
				vatBasisPoints: 0,
			},
			{ ...ofThis, position: 1, description: 'Written report', unitMinor: 6_200, vatBasisPoints: 2_400 },
		],
	});
	if (becomes === 'DRAFT') return;
	const issued = dateAt(endsAt, timeZone);
	const { year } = issued;
	const number = await takeNumber(tx, clinicId, 'INVOICE', year);
	const row = await tx.invoice.findUniqueOrThrow({ where: { id }, include: whole });
	await tx.invoice.update({
		where: { id },
		data: {
			...{ status: 'SENT', year, number, clientName: client.name, sentWith: sentWithOf(row) },
			...{ issuedOn: toColumn(issued), dueOn: toColumn(issued.add({ days: daysToPay })) },
		},
	});
	if (becomes === 'SENT') return;
	const receivedAt = new Date(Math.min(endsAt.getTime() + 3 * DAY_MS, now().getTime()));
	await tx.payment.create({
		data: {
			...{ id: newId(), clinicId, clientId: client.id, invoiceId: id, requestedById: professionalId, currency },
			...{ method: 'TRANSFER', amountMinor: amountMinor + 6_200, status: 'RECEIVED' },
			...{ description: documentNumber({ year, number }), requestedAt: receivedAt, receivedAt },
		},
	});
	await tx.invoice.update({ where: { id }, data: { status: 'PAID' } });
}
