import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Payment } from '../../../shared/contract/payments.ts';
import { withdraw as withdrawn } from '../../../shared/domain/payments/actions.ts';
import type { Actor } from '../../http/actors.ts';
import { applyEvent } from './apply.ts';
import { applyPaid } from './checkout/paid.ts';
import type { CheckoutOutcome } from './checkout/ports.ts';
import type { PaymentDeps } from './deps.ts';
import type { IntentOutcome } from './ports.ts';
import { tellTool } from './tellTool.ts';
import { readPayment } from './lists.ts';
import { columnsOf, lockPayment, presentPayment, stateOf, withPayer, type PaymentRow } from './rows.ts';

/**
 * Takes a request back. The provider decides who was first: only an intent that it cancelled is withdrawn here, and
 * one that it says is paid becomes received. No connection is held while the provider answers.
 * @throws SamtalError `NOT_FOUND`, `PAYMENT_ALREADY_RECEIVED`, `PAYMENT_PROVIDER`.
 */
export async function withdraw(paymentId: string, actor: Actor, deps: PaymentDeps): Promise<Payment> {
	return takeBack(await readPayment(deps.database, actor, paymentId), deps);
}

/** The same for whoever may do that anyway, as with what stands on an invoice. */
export async function withdrawRequest(paymentId: string, deps: PaymentDeps): Promise<Payment> {
	return takeBack(
		await deps.database.payment.findUniqueOrThrow({ where: { id: paymentId }, include: withPayer }),
		deps,
	);
}

async function takeBack(seen: PaymentRow, deps: PaymentDeps): Promise<Payment> {
	withdrawn(stateOf(seen));
	const outcome = await endAtProvider(seen, deps);
	const row = await record(seen, outcome, deps);
	// Paying began after `seen` was read, so there is an intent or a page to end now.
	if (row === 'paying began') return withdrawRequest(seen.id, deps);
	if (row.status !== seen.status) tellTool(row, deps);
	if (row.status === 'RECEIVED') throw new SamtalError('PAYMENT_ALREADY_RECEIVED');
	return presentPayment(row);
}

type Ended = IntentOutcome | Exclude<CheckoutOutcome, { type: 'open' }>;

/** Whatever the payer was given to pay with can pay no more, or has paid. */
async function endAtProvider(row: PaymentRow, { provider }: PaymentDeps): Promise<Ended | null> {
	const { accountId, intentId, checkoutId, status } = row;
	if (accountId === null || status === 'CANCELLED') return null;
	if (checkoutId !== null) return provider.expireCheckout(accountId, checkoutId);
	return intentId === null ? null : provider.cancelIntent(accountId, intentId);
}

const record = (seen: PaymentRow, outcome: Ended | null, deps: PaymentDeps) =>
	deps.database.$transaction(async (tx) => {
		const row = await lockPayment(tx, seen.id);
		if (row.intentId !== seen.intentId || row.checkoutId !== seen.checkoutId) return 'paying began';
		if (outcome?.type === 'received')
			return 'intentId' in outcome ? applyPaid(tx, row, outcome, deps) : applyEvent(tx, row, outcome, deps);
		const state = stateOf(row);
		if (state.status === 'RECEIVED' || state.status === 'CANCELLED') return row;
		return tx.payment.update({
			where: { id: row.id },
			data: columnsOf(withdrawn(state)),
			include: withPayer,
		});
	});
