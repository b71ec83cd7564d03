import { documentNumber } from '../../shared/domain/invoices/number.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import { takeNumber } from '../../server/features/invoices/number.ts';
import { sentWithOf } from '../../server/features/invoices/paper/sentWith.ts';
import { dateAt, toColumn, whole } from '../../server/features/invoices/rows.ts';
import { demoHost, type DemoClinic } from './clinic.ts';
import type { DemoVisit } from './visits.ts';

const DAY_MS = 86_400_000;

/** What becomes of the invoices over the oldest visits, and of those over the newest. */
const oldest = [
	{ becomes: 'SENT', daysToPay: 7 },
	{ becomes: 'PAID', daysToPay: 14 },
] as const;
const newest = [
	{ becomes: 'SENT', daysToPay: 14 },
	{ becomes: 'DRAFT', daysToPay: 14 },
] as const;
type Plan = (typeof oldest | typeof newest)[number];

/**
 * An invoice that is overdue, one that was paid, one that is sent and a draft, all by the demo's host; no mails.
 * @returns the visits that stand on them
 */
export async function writeInvoices(
	tx: Queryable,
	ambient: Ambient,
	clinic: DemoClinic,
	visits: readonly DemoVisit[],
): Promise<DemoVisit[]> {
	const host = clinic.members.find(({ email }) => email === demoHost);
	const done = visits
		.filter(({ professionalId, status }) => professionalId === host?.id && status === 'DONE')
		.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
	const chosen = [...done.slice(0, oldest.length), ...done.slice(-newest.length)];
	for (const [nth, plan] of [...oldest, ...newest].entries()) {
		const visit = chosen[nth];
		if (visit !== undefined) await writeInvoice(tx, ambient, clinic, visit, plan);
	}
	return chosen;
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
