import { z } from 'zod';
import { sql } from '../../../adapters/prisma/database.ts';
import { carryOutCharge } from '../cards/carryOut.ts';
import type { PaymentDeps } from '../deps.ts';
import { askAbout } from './ask.ts';

const due = z.array(
	z.object({
		id: z.uuid(),
		intentId: z.string().nullable(),
		checkoutId: z.string().nullable(),
		accountId: z.string().nullable(),
		charging: z.boolean(),
	}),
);
const mostAtOnce = 100;

/**
 * Asks Stripe how payments ended of which no webhook told: a minute after somebody opened the card form, and then
 * again whenever twice the time has passed, for thirty days. Charges of kept cards that are under way go on then.
 */
export async function reconcile(deps: PaymentDeps): Promise<void> {
	const { database, now, log } = deps;
	const overdue = due.parse(
		await database.rows(sql`
			SELECT "id", "intentId", "checkoutId", "accountId", "status" = 'PAYING' AND "cardOnFileId" IS NOT NULL AS "charging"
			FROM "Payment"
			WHERE "status" IN ('PAYING', 'FAILED') 
				AND num_nonnulls("intentId", "checkoutId", "cardOnFileId") > 0
				AND "payingSince" BETWEEN ${now()}::timestamptz - interval '30 days' AND ${now()}::timestamptz - interval '1 minute'
				AND ("askedAt" IS NULL OR ${now()}::timestamptz - "askedAt" >= "askedAt" - "payingSince")
			ORDER BY "payingSince" LIMIT ${mostAtOnce}`),
	);
	for (const payment of overdue) {
		const { id } = payment;
		try {
			await askAbout(payment, deps);
			if (payment.charging) await carryOutCharge(id, deps);
		} catch (err) {
			log.warn({ err, paymentId: id }, 'Stripe not asked about a payment, tried again later');
		}
	}
}
