import { SamtalError } from '../../../shared/contract/errors.ts';
import type { createInvoice } from '../../../shared/contract/invoices.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { amountMinor, type Currency } from '../../../shared/contract/scalars.ts';
import { totalsOf, type PricedLine } from '../../../shared/domain/invoices/totals.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { createZoneFormats, dateLanguage } from '../zoneFormats.ts';
import { visitsOf } from './policy.ts';

type Wanted = Pick<RequestOf<typeof createInvoice>['body'], 'visits' | 'lines'>;

/** As the line stands in the database; `status` and the invoice's ids are the draft's. */
interface DraftLine extends PricedLine {
	position: number;
	description: string;
	attendeeId: string | null;
}

/** Whose draft it is: the language and the clock of its dates, and the currency where no visit has another. */
interface Billed {
	id: string;
	locale: string;
	clinic: { timeZone: string; currency: Currency };
}

const formatsFor = createZoneFormats({ date: { dateStyle: 'long' }, zone: 'long' });

/**
 * The lines of a draft: one for each visit, at what the client pays for it, then the others.
 * @throws SamtalError `NOT_FOUND` for a visit that is not theirs; `CONFLICT` for several currencies; `VALIDATION` for a
 * sum that is too large
 */
export async function draftLinesOf(
	tx: Queryable,
	actor: Actor,
	client: Billed,
	wanted: Wanted,
): Promise<{ currency: Currency; lines: DraftLine[] }> {
	const { date } = formatsFor(dateLanguage(client.locale), client.clinic.timeZone);
	const rows = await tx.attendee.findMany({
		where: {
			id: { in: wanted.visits.map(({ attendeeId }) => attendeeId) },
			...{ clientId: client.id, appointment: visitsOf(actor) },
		},
		include: { appointment: { include: { service: { select: { name: true } } } } },
	});
	const visits = wanted.visits.map(({ attendeeId, vatBasisPoints }) => {
		const row = rows.find(({ id }) => id === attendeeId);
		if (row === undefined) throw new SamtalError('NOT_FOUND');
		const { appointment, startsAt } = row;
		return {
			currency: appointment.currency,
			line: {
				...{ attendeeId, vatBasisPoints, quantity: 1 },
				description: `${appointment.service.name}, ${date.format(startsAt)}`,
				unitMinor: row.amountMinor ?? appointment.amountMinor,
			},
		};
	});
	const [currency = client.clinic.currency, ...others] = new Set(visits.map((visit) => visit.currency));
	if (others.length > 0) throw new SamtalError('CONFLICT');
	const lines = [...visits.map(({ line }) => line), ...wanted.lines.map((line) => ({ ...line, attendeeId: null }))];
	if (!amountMinor.safeParse(totalsOf(lines).grossMinor).success) throw new SamtalError('VALIDATION');
	return { currency, lines: lines.map((line, position) => ({ ...line, position })) };
}
