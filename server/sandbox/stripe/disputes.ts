import type { SandboxStore, StoredDispute, StoredIntent } from './store.ts';

export type DisputeEventType = 'charge.dispute.created' | 'charge.dispute.updated' | 'charge.dispute.closed';

interface DisputeDeps {
	store: SandboxStore;
	now: () => Date;
	newId: () => string;
	/** Keeps an event about this dispute as it is now, and sends it. */
	emit: (type: DisputeEventType, intent: StoredIntent, dispute: StoredDispute) => void;
}

/** How long a clinic has to answer. */
const answerSeconds = 10 * 24 * 3600;

/** What Stripe does when a payer's bank asks money back. */
export function createDisputes({ store, now, newId, emit }: DisputeDeps) {
	return {
		/** Disputes the charge of an intent that was just paid. */
		open(intent: StoredIntent): void {
			const created = Math.floor(now().getTime() / 1000);
			const dispute: StoredDispute = {
				id: `dp_${newId().replaceAll('-', '')}`,
				...{ created, dueBy: created + answerSeconds, status: 'needs_response' },
			};
			intent.dispute = dispute;
			emit('charge.dispute.created', intent, dispute);
		},

		/** Ends a dispute as the bank decided; one that has ended stays so. */
		decide(id: string, outcome: 'won' | 'lost'): void {
			const intent = Object.values(store.state.intents).find(({ dispute }) => dispute?.id === id);
			if (!intent?.dispute || intent.dispute.status !== 'needs_response') return;
			intent.dispute.status = outcome;
			emit('charge.dispute.closed', intent, intent.dispute);
		},
	};
}

export type Disputes = ReturnType<typeof createDisputes>;
