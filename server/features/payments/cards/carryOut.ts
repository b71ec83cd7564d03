import { giveUpCharge } from '../../../../shared/domain/payments/actions.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { applyEvent } from '../apply.ts';
import type { PaymentDeps } from '../deps.ts';
import { columnsOf, lockPayment, stateOf, withPayer, type PaymentRow } from '../rows.ts';
import { newIntent } from '../startPaying.ts';

/** How long the provider knows the key of a request, in ms: later, the card might be tried a second time. */
const keyKnownMs = 24 * 3_600_000;

/**
 * Asks the provider for a charge that is under way: the payment's one intent is made and written down, as for any
 * other payment, and then paid with the kept card. A card that was taken away is not charged, nor is one after a day:
 * such a payment stays open for the payer. No connection is held while the provider answers.
 */
export async function carryOutCharge(paymentId: string, deps: PaymentDeps): Promise<void> {
	const { database, provider } = deps;
	const seen = await database.payment.findUniqueOrThrow({
		where: { id: paymentId },
		include: { ...withPayer, cardOnFile: true },
	});
	const { cardOnFile: card } = seen;
	if (seen.status !== 'PAYING' || card === null || card.methodId === null) return;
	const account = card.accountId;
	const intentId = seen.intentId ?? (await provider.createIntent(account, newIntent(seen))).id;
	const next = await database.$transaction((tx) => prepare(tx, seen, { account, intentId }, deps));
	if (next === 'cancel') await provider.cancelIntent(account, intentId);
	if (next !== 'charge') return;
	const { customerId, methodId } = card;
	const { receiptEmail } = seen;
	const outcome = await provider.chargeKept(account, { paymentId, intentId, customerId, methodId, receiptEmail });
	if (outcome.type === 'open') return;
	await database.$transaction(async (tx) => applyEvent(tx, await lockPayment(tx, paymentId), outcome, deps));
}

/** Writes the intent down, and says what to do with it: a request may have been withdrawn, or paid, meanwhile. */
async function prepare(
	tx: Queryable,
	seen: PaymentRow,
	{ account, intentId }: { account: string; intentId: string },
	{ now }: Pick<PaymentDeps, 'now'>,
): Promise<'charge' | 'cancel' | 'nothing'> {
	const row = await lockPayment(tx, seen.id);
	if (row.status === 'CANCELLED') return 'cancel';
	if (row.status !== 'PAYING' || row.cardOnFileId === null) return 'nothing';
	const { revokedAt } = await tx.cardOnFile.findUniqueOrThrow({ where: { id: row.cardOnFileId } });
	const isLate = now().getTime() - row.requestedAt.getTime() >= keyKnownMs;
	const state = stateOf(row);
	const reason = revokedAt === null ? 'not_reached' : 'card_removed';
	const after = isLate || revokedAt !== null ? giveUpCharge(state, reason) : state;
	await tx.payment.update({
		where: { id: row.id },
		data: { ...columnsOf(after), intentId, accountId: account, askedAt: now() },
	});
	return after === state ? 'charge' : 'nothing';
}
