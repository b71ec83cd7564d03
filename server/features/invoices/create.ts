import { SamtalError } from '../../../shared/contract/errors.ts';
import type { createInvoice as createRoute, Invoice } from '../../../shared/contract/invoices.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { amountMinor } from '../../../shared/contract/scalars.ts';
import { totalsOf } from '../../../shared/domain/invoices/totals.ts';
import { sqlState, sqlStateOf, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, MailQueue, Translate } from '../ports.ts';
import { createZoneFormats, dateLanguage } from '../zoneFormats.ts';
import { visitsOf } from './policy.ts';
import { presentInvoice, whole } from './rows.ts';

export interface InvoiceDeps {
	db: Database;
	ambient: Ambient;
	mail: MailQueue;
	translate: Translate;
}
type Wanted = RequestOf<typeof createRoute>['body'];

const formatsFor = createZoneFormats({ date: { dateStyle: 'long' }, zone: 'long' });

/** Writes a draft. @throws SamtalError `NOT_FOUND`; `VALIDATION` for a sum that is too large; `CONFLICT` as the contract says */
export async function createInvoice(
	{ db, ambient }: Pick<InvoiceDeps, 'db' | 'ambient'>,
	actor: Actor,
	wanted: Wanted,
): Promise<Invoice> {
	const { id, clientId } = wanted;
	const { clinicId, memberId } = actor;
	const client = await db.client.findFirst({ where: { id: clientId, clinicId }, include: { clinic: true } });
	if (client === null) throw new SamtalError('NOT_FOUND');
	const visits = await visitLines(
		db,
		actor,
		wanted,
		formatsFor(dateLanguage(client.locale), client.clinic.timeZone).date,
	);
	const [currency = client.clinic.currency, ...others] = new Set(visits.map((visit) => visit.currency));
	if (others.length > 0) throw new SamtalError('CONFLICT');
	const free = wanted.lines.map((line) => ({ ...line, attendeeId: null }));
	const lines = [...visits.map(({ currency: _, ...line }) => line), ...free];
	if (!amountMinor.safeParse(totalsOf(lines).grossMinor).success) throw new SamtalError('VALIDATION');

	const head = { id, clinicId, clientId, createdById: memberId, currency, createdAt: ambient.now() };
	try {
		const row = await db.$transaction(async (tx) => {
			await tx.invoice.create({ data: head });
			const ofThis = { clinicId, invoiceId: id, status: 'DRAFT' } as const;
			await tx.invoiceLine.createMany({ data: lines.map((line, position) => ({ ...line, ...ofThis, position })) });
			return tx.invoice.findUniqueOrThrow({ where: { id }, include: whole });
		});
		return presentInvoice(row, ambient.now());
	} catch (error) {
		if (sqlStateOf(error) === sqlState.uniqueViolation) throw new SamtalError('CONFLICT', {}, { cause: error });
		throw error;
	}
}

/** A line for each visit, in the order given. */
async function visitLines(db: Database, actor: Actor, { clientId, visits }: Wanted, date: Intl.DateTimeFormat) {
	const rows = await db.attendee.findMany({
		where: { id: { in: visits.map(({ attendeeId }) => attendeeId) }, clientId, appointment: visitsOf(actor) },
		include: { appointment: { include: { service: { select: { name: true } } } } },
	});
	return visits.map(({ attendeeId, vatBasisPoints }) => {
		const row = rows.find(({ id }) => id === attendeeId);
		if (row === undefined) throw new SamtalError('NOT_FOUND');
		const { appointment, startsAt } = row;
		return {
			...{ attendeeId, vatBasisPoints, quantity: 1, currency: appointment.currency },
			description: `${appointment.service.name}, ${date.format(startsAt)}`,
			unitMinor: row.amountMinor ?? appointment.amountMinor,
		};
	});
}
