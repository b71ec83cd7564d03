import type { PaymentEvent } from '../../../../shared/domain/payments/events.ts';
import { applyEvent } from '../apply.ts';
import { applyPaid } from '../checkout/paid.ts';
import type { PaymentDeps } from '../deps.ts';
import type { IntentEvent } from '../ports.ts';
import { lockPayment } from '../rows.ts';
import { tellTool } from '../tellTool.ts';
import type { EventReader, StoredEvent } from './reading.ts';

/** What becomes of a payment's intent. */
export const readIntentEvent: EventReader = async (event, deps) => {
	const told = deps.provider.readEvent(event.payload);
	const paymentId = told && (await findPayment(told, event, deps));
	if (!told || !paymentId) return undefined;
	const change = await withCard(told, event.account ?? '', deps);
	return async (tx) => {
		const row = await lockPayment(tx, paymentId);
		const changed =
			row.hosted && change.type === 'received'
				? await applyPaid(tx, row, { ...change, intentId: told.intentId }, deps)
				: await applyEvent(tx, row, change, deps);
		return changed === row ? undefined : () => tellTool(row, deps);
	};
};

/** The payment that the event is about, if account, amount and currency are those of our request. */
async function findPayment(
	{ intentId, paymentId, amountMinor, currency }: IntentEvent,
	{ id, account }: StoredEvent,
	{ database, log }: PaymentDeps,
): Promise<string | null> {
	// A page's intent is known only when it has the money.
	const payment = await database.payment.findFirst({
		where: { OR: [{ intentId }, ...(paymentId === null ? [] : [{ id: paymentId, hosted: true }])] },
	});
	if (payment === null) return null;
	const ours = account !== null && account === payment.accountId;
	if (ours && payment.amountMinor === amountMinor && payment.currency === currency) return payment.id;
	log.warn({ eventId: id, paymentId: payment.id }, 'webhook does not match its payment, ignored');
	return null;
}

/** Stripe's event names the charge only by id; the receipt wants the card. */
const withCard = async ({ intentId, event }: IntentEvent, account: string, deps: PaymentDeps): Promise<PaymentEvent> =>
	event.type === 'received' ? { ...event, card: await deps.provider.findCard(account, intentId) } : event;
