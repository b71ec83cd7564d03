import type { Amount } from '../../../../shared/domain/money.ts';
import type { ToldState } from '../../../../shared/domain/payments/disputes.ts';

/** What the provider says of a dispute, in our units. */
export interface ToldDispute extends Amount, ToldState {
	providerId: string;
	reason: string;
	openedAt: Date;
	dueBy: Date | null;
}

/** What an event says about a dispute of one intent. */
export interface DisputeNews {
	intentId: string;
	dispute: ToldDispute;
}
