import type { PaymentEvent } from '../../../shared/domain/payments/events.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import { applyEvent } from './apply.ts';
import type { PaymentDeps } from './deps.ts';
import type { IntentEvent } from './ports.ts';
import { lockPayment } from './rows.ts';

/**
 * Applies a stored webhook once: a repetition, even at the same time, finds it processed. What stopped halfway is
 * done when Stripe sends the event again. Events about nothing of ours are marked as processed and change nothing.
 */
export async function applyStoredEvent(eventId: string, deps: PaymentDeps): Promise<void> {
	const stored = await deps.database.stripeEvent.findUniqueOrThrow({ where: { id: eventId } });
	if (stored.processedAt !== null) return;
	const told = deps.provider.readEvent(stored.payload);
	const payment = told && (await findPayment(told, stored, deps));
	// Asked outside the transaction, so that no connection is held while the provider answers.
	const event = told && payment && (await withCard(told, payment.account, deps));

	const appointmentId = await deps.database.$transaction(async (tx) => {
		if (!(await claimEvent(tx, eventId, deps))) return null;
		if (!event || !payment) return null;
		const row = await lockPayment(tx, payment.id);
		const changed = await applyEvent(tx, row, event, deps);
		return changed === row ? null : row.appointmentId;
	});
	if (appointmentId !== null) deps.notifyTool(appointmentId, 'payments');
}

interface Found {
	id: string;
	account: string;
}

/** The payment that the event is about, if account, amount and currency are those of our request. */
async function findPayment(
	{ intentId, amountMinor, currency }: IntentEvent,
	{ id, account }: { id: string; account: string | null },
	{ database, log }: PaymentDeps,
): Promise<Found | null> {
	const payment = await database.payment.findUnique({
		where: { intentId },
		select: { id: true, amountMinor: true, currency: true, clinic: { select: { stripeAccountId: true } } },
	});
	if (payment === null) return null;
	const ours = account !== null && account === payment.clinic.stripeAccountId;
	if (ours && payment.amountMinor === amountMinor && payment.currency === currency) return { id: payment.id, account };
	log.warn({ eventId: id, paymentId: payment.id }, 'webhook does not match its payment, ignored');
	return null;
}

/** Stripe's event names the charge only by id; the receipt wants the card. */
const withCard = async ({ intentId, event }: IntentEvent, account: string, deps: PaymentDeps): Promise<PaymentEvent> =>
	event.type === 'received' ? { ...event, card: await deps.provider.findCard(account, intentId) } : event;

/** Marks the event as processed; false when somebody else did. The row stays locked until `tx` ends. */
async function claimEvent(tx: Queryable, id: string, { now }: PaymentDeps): Promise<boolean> {
	const { count } = await tx.stripeEvent.updateMany({
		where: { id, processedAt: null },
		data: { processedAt: now() },
	});
	return count === 1;
}
