import { applyEvent } from '../apply.ts';
import { applyPaid } from '../checkout/paid.ts';
import type { PaymentDeps } from '../deps.ts';
import { lockPayment } from '../rows.ts';
import { tellTool } from '../tellTool.ts';

/** A payment that may have been paid, by the form's intent or on a page. */
interface Unsettled {
	id: string;
	accountId: string | null;
	intentId: string | null;
	checkoutId: string | null;
}

/** Asks Stripe how a payment ended, and writes it down. @throws SamtalError `PAYMENT_PROVIDER` */
export async function askAbout({ id, accountId, intentId, checkoutId }: Unsettled, deps: PaymentDeps): Promise<void> {
	const { provider, database, now } = deps;
	if (accountId === null) return;
	// Where there is a page, nobody can pay the form's intent any more.
	const page = checkoutId === null ? null : await provider.findCheckout(accountId, checkoutId);
	const intent = page || intentId === null ? null : await provider.findOutcome(accountId, intentId);
	const changed = await database.$transaction(async (tx) => {
		const row = await lockPayment(tx, id);
		await tx.payment.update({ where: { id }, data: { askedAt: now() } });
		if (page?.type === 'received') return (await applyPaid(tx, row, page, deps)) === row ? null : row;
		return !intent || intent.type === 'open' || (await applyEvent(tx, row, intent, deps)) === row ? null : row;
	});
	if (changed) tellTool(changed, deps);
}
