import { z } from 'zod';
import { sql } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import { lockPayment } from '../rows.ts';
import { tellTool } from '../tellTool.ts';
import { carryOut } from './carryOut.ts';
import { settleRefund } from './settle.ts';

const pending = z.array(z.object({ id: z.uuid(), paymentId: z.uuid(), intentId: z.string(), accountId: z.string() }));
type Pending = z.infer<typeof pending>[number];
const mostAtOnce = 100;

/**
 * Goes on with refunds of which the provider said nothing final, as when a process ended between writing one down and
 * its answer: a minute after it was asked for, and then again whenever twice the time has passed.
 */
export async function finishRefunds(deps: PaymentDeps): Promise<void> {
	const { database, now, log } = deps;
	const overdue = pending.parse(
		await database.rows(sql`
			SELECT r."id", r."paymentId", p."intentId", p."accountId"
			FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId"
			WHERE r."status" = 'PENDING' AND p."intentId" IS NOT NULL AND p."accountId" IS NOT NULL
				AND r."requestedAt" <= ${now()}::timestamptz - interval '1 minute'
				AND (r."askedAt" IS NULL OR ${now()}::timestamptz - r."askedAt" >= r."askedAt" - r."requestedAt")
			ORDER BY r."requestedAt" LIMIT ${mostAtOnce}`),
	);
	for (const refund of overdue) {
		try {
			await finish(refund, deps);
		} catch (err) {
			log.warn({ err, refundId: refund.id }, 'refund not finished, tried again later');
		}
	}
}

/** Looks for it first: Stripe forgets the key of a request after a day, and would then send the money twice. */
async function finish({ id, paymentId, intentId, accountId }: Pending, deps: PaymentDeps): Promise<void> {
	const made = (await deps.provider.findRefunds(accountId, intentId)).find(({ refundId }) => refundId === id);
	const payment = await deps.database.$transaction(async (tx) => {
		const row = await lockPayment(tx, paymentId);
		await tx.refund.update({ where: { id }, data: { askedAt: deps.now() } });
		if (made) await settleRefund(tx, row, made, deps);
		return row;
	});
	if (!made) await carryOut(id, deps);
	tellTool(payment, deps);
}
