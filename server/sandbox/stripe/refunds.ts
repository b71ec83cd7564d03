import { z } from 'zod';
import { refundFails } from './cards.ts';
import { SandboxRefusal } from './errors.ts';
import type { IntentDeps, Intents } from './intents.ts';
import { leftOf } from './objects/charge.ts';
import type { StoredIntent, StoredRefund } from './store.ts';

export type RefundEventType = 'refund.created' | 'refund.updated' | 'refund.failed' | 'charge.refunded';

interface RefundDeps extends Omit<IntentDeps, 'customers' | 'disputes' | 'emit'> {
	intents: Pick<Intents, 'find'>;
	/** Keeps an event about this refund, or its charge, as it is now, and sends it. */
	emit: (type: RefundEventType, intent: StoredIntent, refund: StoredRefund) => void;
	/** Does something a while later, unless the stand-in ends before. */
	later: (work: () => void) => void;
}

const createParams = z.object({
	payment_intent: z.string(),
	amount: z.string().regex(/^\d+$/).transform(Number).optional(),
	metadata: z.record(z.string(), z.string()).default({}),
});

/** What Stripe does with refunds of card payments, as far as Samtal uses it. */
export function createRefunds({ store, now, newId, intents, emit, later }: RefundDeps) {
	return {
		create(account: string, params: unknown): { intent: StoredIntent; refund: StoredRefund } {
			const parsed = createParams.safeParse(params);
			if (!parsed.success) throw SandboxRefusal.invalid('Invalid request.');
			const { payment_intent, amount: wanted, metadata } = parsed.data;
			const intent = intents.find(account, payment_intent);
			const amount = wanted ?? leftOf(intent);
			assertRefundable(intent, amount);
			const refund: StoredRefund = {
				id: `re_${newId().replaceAll('-', '')}`,
				...{ amount, metadata, created: Math.floor(now().getTime() / 1000), status: 'succeeded' },
			};
			intent.refunds.push(refund);
			emit('charge.refunded', intent, refund);
			emit('refund.created', intent, refund);
			if (refundFails(intent.method?.card.last4)) {
				later(() => {
					refund.status = 'failed';
					emit('refund.updated', intent, refund);
					emit('refund.failed', intent, refund);
				});
			}
			return { intent, refund };
		},

		/** Of one intent, newest first. */
		list: (account: string, intentId: string) => {
			const intent = intents.find(account, intentId);
			return { intent, refunds: intent.refunds.toReversed() };
		},

		find(account: string, id: string): { intent: StoredIntent; refund: StoredRefund } {
			for (const intent of Object.values(store.state.intents)) {
				const refund = intent.account === account && intent.refunds.find((each) => each.id === id);
				if (refund) return { intent, refund };
			}
			throw SandboxRefusal.missing(id);
		},
	};
}

export type Refunds = ReturnType<typeof createRefunds>;

/** As Stripe words it (Stripe API, "Create a refund"). */
function assertRefundable(intent: StoredIntent, amount: number): void {
	if (intent.status !== 'succeeded' || intent.charge === null) {
		throw SandboxRefusal.invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
	}
	if (leftOf(intent) === 0) {
		const message = `Charge ${intent.charge.id} has already been refunded.`;
		throw SandboxRefusal.invalid(message, { code: 'charge_already_refunded' });
	}
	if (amount < 1 || amount > leftOf(intent)) {
		const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${leftOf(intent)})`;
		throw SandboxRefusal.invalid(message, { param: 'amount' });
	}
}
