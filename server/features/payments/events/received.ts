import type { Queryable } from '../../../adapters/prisma/database.ts';
import { applyEvent } from '../apply.ts';
import type { PaymentDeps } from '../deps.ts';
import { lockPayment, type PaymentRow } from '../rows.ts';
import { askAbout } from './ask.ts';

/** Stripe's page can be paid for a day, and for three days Stripe tells what nobody took; in ms. */
const PAGES_MS = 4 * 24 * 3_600_000;

/** Locks a payment, and writes down first that it was paid where that is news. */
type LockReceived = (tx: Queryable) => Promise<{ row: PaymentRow; isNews: boolean }>;

/**
 * The payment of `account` that an intent was paid for, to be locked in a transaction: of it something is told that
 * only comes after the money. If it is not known to be paid, the provider is asked how it ended. Undefined where the
 * money is not for a payment of ours.
 */
export async function findReceived(
	intentId: string,
	account: string | null,
	deps: PaymentDeps,
): Promise<LockReceived | undefined> {
	const { database, provider } = deps;
	if (account === null) return undefined;
	const find = () => database.payment.findUnique({ where: { intentId, accountId: account } });
	const payment = (await find()) ?? ((await askAboutPages(account, deps)) ? await find() : null);
	if (payment === null) return undefined;
	const outcome =
		payment.status === 'RECEIVED' ? { type: 'open' as const } : await provider.findOutcome(account, intentId);
	return async (tx) => {
		const seen = await lockPayment(tx, payment.id);
		const row = outcome.type === 'open' ? seen : await applyEvent(tx, seen, outcome, deps);
		return { row, isNews: row !== seen };
	};
}

/** A page's intent is unknown until its money is: each page that may have it is asked about. False if there is none. */
async function askAboutPages(accountId: string, deps: PaymentDeps): Promise<boolean> {
	const { database, now } = deps;
	const since = new Date(now().getTime() - PAGES_MS);
	const pages = await database.payment.findMany({
		where: { accountId, hosted: true, status: { in: ['PAYING', 'FAILED'] }, payingSince: { gt: since } },
	});
	for (const page of pages) await askAbout(page, deps);
	return pages.length > 0;
}
