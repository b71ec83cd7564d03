import { z } from 'zod';
import { sql } from '../../../adapters/prisma/database.ts';
import { applyEvent } from '../apply.ts';
import { carryOutCharge } from '../cards/carryOut.ts';
import type { PaymentDeps } from '../deps.ts';
import { lockPayment } from '../rows.ts';
import { tellTool } from '../tellTool.ts';

const due = z.array(
	z.object({ id: z.uuid(), intentId: z.string().nullable(), accountId: z.string().nullable(), charging: z.boolean() }),
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
			SELECT "id", "intentId", "accountId", "status" = 'PAYING' AND "cardOnFileId" IS NOT NULL AS "charging"
			FROM "Payment"
			WHERE "status" IN ('PAYING', 'FAILED') AND ("intentId" IS NOT NULL OR "cardOnFileId" IS NOT NULL)
				AND "payingSince" BETWEEN ${now()}::timestamptz - interval '30 days' AND ${now()}::timestamptz - interval '1 minute'
				AND ("askedAt" IS NULL OR ${now()}::timestamptz - "askedAt" >= "askedAt" - "payingSince")
			ORDER BY "payingSince" LIMIT ${mostAtOnce}`),
	);
	for (const { id, intentId, accountId, charging } of overdue) {
		try {
			if (intentId !== null && accountId !== null) await askAbout(id, { intentId, accountId }, deps);
			if (charging) await carryOutCharge(id, deps);
		} catch (err) {
			log.warn({ err, paymentId: id }, 'Stripe not asked about a payment, tried again later');
		}
	}
}

async function askAbout(id: string, at: { intentId: string; accountId: string }, deps: PaymentDeps): Promise<void> {
	const outcome = await deps.provider.findOutcome(at.accountId, at.intentId);
	const changed = await deps.database.$transaction(async (tx) => {
		const row = await lockPayment(tx, id);
		await tx.payment.update({ where: { id }, data: { askedAt: deps.now() } });
		return outcome.type === 'open' || (await applyEvent(tx, row, outcome, deps)) === row ? null : row;
	});
	if (changed) tellTool(changed, deps);
}
