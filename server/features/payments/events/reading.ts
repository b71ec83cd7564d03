import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';

/** A webhook as it was stored. */
export interface StoredEvent {
	id: string;
	type: string;
	/** The connected account that it is about. */
	account: string | null;
	payload: unknown;
}

/** What an event changes, in the transaction that marks it as applied; answers with what to tell once that holds. */
export type EventChange = (tx: Queryable) => Promise<(() => void) | undefined>;

/**
 * Understands some of the events: undefined for all others. What it has to ask the provider it asks here, while no
 * connection is held.
 */
export type EventReader = (event: StoredEvent, deps: PaymentDeps) => Promise<EventChange | undefined>;
