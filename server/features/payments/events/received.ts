import type { Queryable } from '../../../adapters/prisma/database.ts';
import { applyEvent } from '../apply.ts';
import type { PaymentDeps } from '../deps.ts';
import { lockPayment, type PaymentRow } from '../rows.ts';

/**
 * Asks how a payment ended of which something is told that only comes after the money, unless that is known. Answers
 * with what locks it in a transaction and, where it is news, writes that down first.
 */
export async function lockReceived(
	payment: { id: string; status: string; accountId: string | null; intentId: string | null },
	deps: PaymentDeps,
): Promise<(tx: Queryable) => Promise<{ row: PaymentRow; isNews: boolean }>> {
	const { id, status, accountId, intentId } = payment;
	const outcome =
		status === 'RECEIVED' || accountId === null || intentId === null
			? { type: 'open' as const }
			: await deps.provider.findOutcome(accountId, intentId);
	return async (tx) => {
		const seen = await lockPayment(tx, id);
		const row = outcome.type === 'open' ? seen : await applyEvent(tx, seen, outcome, deps);
		return { row, isNews: row !== seen };
	};
}
