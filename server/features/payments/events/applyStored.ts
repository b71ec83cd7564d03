import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import { readAccountEvent } from '../setup/accountEvent.ts';
import { readCardEvent } from './cards.ts';
import { readDisputeEvent } from './disputes.ts';
import { readIntentEvent } from './intents.ts';
import { readRefundEvent } from './refunds.ts';
import type { EventChange, EventReader, StoredEvent } from './reading.ts';

const readers: readonly EventReader[] = [
	readIntentEvent,
	readRefundEvent,
	readCardEvent,
	readDisputeEvent,
	readAccountEvent,
];

/**
 * Applies a stored webhook once: a repetition, even at the same time, finds it processed. What stopped halfway is
 * done again from the beginning. Events about nothing of ours are marked as processed and change nothing.
 */
export async function applyStoredEvent(eventId: string, deps: PaymentDeps): Promise<void> {
	const stored = await deps.database.stripeEvent.findUniqueOrThrow({ where: { id: eventId } });
	if (stored.processedAt !== null) return;
	const change = await changeOf(stored, deps);
	const tell = await deps.database.$transaction(async (tx) =>
		(await claimEvent(tx, eventId, deps)) ? change?.(tx) : undefined,
	);
	tell?.();
}

async function changeOf(event: StoredEvent, deps: PaymentDeps): Promise<EventChange | undefined> {
	for (const read of readers) {
		const change = await read(event, deps);
		if (change) return change;
	}
	return undefined;
}

/** Marks the event as processed; false when somebody else did. The row stays locked until `tx` ends. */
async function claimEvent(tx: Queryable, id: string, { now }: PaymentDeps): Promise<boolean> {
	const { count } = await tx.stripeEvent.updateMany({
		where: { id, processedAt: null },
		data: { processedAt: now() },
	});
	return count === 1;
}
