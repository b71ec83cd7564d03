import type { listInvoices as listRoute } from '../../../shared/contract/invoices.ts';
import type { RequestOf, ResponseOf } from '../../../shared/contract/route.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { Actor } from '../../http/actors.ts';
import { cursorOf, positionOf } from '../cursor.ts';
import type { InvoiceDeps } from './create.ts';
import { invoicesOf } from './policy.ts';
import { dateAt, presentInvoice, toColumn, whole } from './rows.ts';

type Query = RequestOf<typeof listRoute>['query'];

const pageSize = 50;

/** One page. Invoices that are made between two pages change nothing of the second. */
export async function listInvoices(
	{ db, ambient }: Pick<InvoiceDeps, 'db' | 'ambient'>,
	actor: Actor,
	{ clientId, state, cursor }: Query,
): Promise<ResponseOf<typeof listRoute>> {
	const now = ambient.now();
	const { timeZone } = await db.clinic.findUniqueOrThrow({ where: { id: actor.clinicId }, select: { timeZone: true } });
	const found = await db.invoice.findMany({
		where: {
			...invoicesOf(actor),
			...(clientId !== undefined && { clientId }),
			...(state !== undefined && inState(state, toColumn(dateAt(now, timeZone)))),
			...(cursor !== undefined && after(cursor)),
		},
		include: whole,
		orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
		// One more than is shown tells whether another page follows.
		take: pageSize + 1,
	});
	const page = found.slice(0, pageSize);
	const last = page.at(-1);
	return {
		invoices: page.map((row) => presentInvoice(row, now)),
		next: found.length > pageSize && last ? cursorOf({ at: last.createdAt, id: last.id }) : null,
	};
}

/** As `invoiceState` of shared/domain/invoices says it. */
function inState(state: NonNullable<Query['state']>, today: Date): Prisma.InvoiceWhereInput {
	switch (state) {
		case 'SENT':
			return { status: 'SENT', dueOn: { gte: today } };
		case 'OVERDUE':
			return { status: 'SENT', dueOn: { lt: today } };
		default:
			return { status: state };
	}
}

function after(cursor: string): Prisma.InvoiceWhereInput {
	const { at, id } = positionOf(cursor);
	return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}
