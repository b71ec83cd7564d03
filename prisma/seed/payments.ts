import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoVisit } from './visits.ts';

/** How the visits were paid, in turn; null: not yet. */
const ways = ['TERMINAL', 'TERMINAL', 'TRANSFER', 'TERMINAL', 'CASH', null, 'TERMINAL', 'TRANSFER'] as const;
const MINUTE_MS = 60_000;

/** What came in for the visits that are over. Nothing by card online: the stand-in for Stripe knows of no such payment. */
export async function writePayments(
	tx: Queryable,
	{ newId }: Ambient,
	clinicId: string,
	visits: readonly DemoVisit[],
): Promise<void> {
	const paid = visits
		.filter(({ status }) => status === 'DONE')
		.flatMap((visit, nth) => {
			const method = ways[nth % ways.length] ?? null;
			return method === null ? [] : [{ ...visit, method }];
		});
	await tx.payment.createMany({
		data: paid.map(({ id: appointmentId, attendeeId, client, professionalId, service, endsAt, method }) => {
			const at = new Date(endsAt.getTime() + 2 * MINUTE_MS);
			return {
				...{ id: newId(), clinicId, appointmentId, attendeeId, clientId: client.id, requestedById: professionalId },
				...{ amountMinor: service.amountMinor, currency: service.currency, description: service.name },
				...{ method, status: 'RECEIVED' as const, requestedAt: at, receivedAt: at },
			};
		}),
	});
}
