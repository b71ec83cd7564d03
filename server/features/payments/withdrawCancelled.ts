import { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { sql } from '../../adapters/prisma/database.ts';
import type { PaymentDeps } from './deps.ts';
import { withdrawRequest } from './withdraw.ts';

const found = z.array(z.object({ id: z.uuid() }));
const mostAtOnce = 100;

/**
 * Takes back what was asked for a visit, or a place in one, before it was cancelled, so that nobody pays for what does not
 * take place; to be run every minute. Fees, what an invoice asks for and what is asked for afterwards stay. Whoever has the card form open is given
 * ten minutes to end.
 */
export async function withdrawCancelled(deps: PaymentDeps): Promise<void> {
	const { database, now, log } = deps;
	const open = found.parse(
		await database.rows(sql`
			SELECT p."id" FROM "Payment" p
			JOIN "Appointment" a ON a."id" = p."appointmentId"
			LEFT JOIN "Attendee" t ON t."id" = p."attendeeId"
			WHERE greatest(a."cancelledAt", t."cancelledAt") > p."requestedAt" AND p."status" IN ('REQUESTED', 'PAYING', 'FAILED') AND p."method" = 'CARD' AND p."feeMinor" IS NULL
				AND p."invoiceId" IS NULL AND p."cardOnFileId" IS NULL
				AND (p."payingSince" IS NULL OR p."payingSince" < ${now()}::timestamptz - interval '10 minutes')
			ORDER BY p."requestedAt" LIMIT ${mostAtOnce}`),
	);
	for (const { id } of open) {
		try {
			await withdrawRequest(id, deps);
		} catch (err) {
			// The client was quicker: the money is there.
			if (err instanceof SamtalError && err.code === 'PAYMENT_ALREADY_RECEIVED') continue;
			log.warn({ err, paymentId: id }, 'request of a cancelled visit not withdrawn, tried again later');
		}
	}
}
