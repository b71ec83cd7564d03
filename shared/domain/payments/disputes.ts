import type { DisputeStatus } from '../../contract/disputes.ts';

/** Times in ms since 1970. */
export interface ToldState {
	status: DisputeStatus;
	/** When that was told. */
	at: number;
}

export interface DisputeState {
	status: DisputeStatus;
	/** When it was decided, for WON, LOST and CLOSED. */
	closedAt: number | null;
	/** When the newest of the news was told. */
	lastEventAt: number;
}

const rank: Record<DisputeStatus, number> = { NEEDS_RESPONSE: 0, UNDER_REVIEW: 1, CLOSED: 2, WON: 3, LOST: 4 };

/** Whether nothing is to be answered or waited for any more. */
export const isDecided = (status: DisputeStatus): boolean => rank[status] >= rank.CLOSED;

export const disputeOf = ({ status, at }: ToldState): DisputeState => ({
	status,
	closedAt: isDecided(status) ? at : null,
	lastEventAt: at,
});

/**
 * Where a dispute stands once the provider has told `told`: the newest news count, those of one second in the order in
 * which disputes go on. A decision keeps the time of its first news. Late, repeated or in any order they end the same.
 */
export function disputeAfter(known: DisputeState, told: ToldState): DisputeState {
	const isNewer = told.at > known.lastEventAt;
	const goesOn = told.at === known.lastEventAt && rank[told.status] > rank[known.status];
	const next = isNewer || goesOn ? disputeOf(told) : known;
	if (told.status !== known.status || known.closedAt === null) return next;
	const closedAt = Math.min(known.closedAt, told.at);
	return closedAt === next.closedAt ? next : { ...next, closedAt };
}

/** How a payment counts by its disputes: one that is open, else one that was lost. */
export function disputedAs(disputes: readonly { status: DisputeStatus }[]): 'open' | 'lost' | null {
	if (disputes.some(({ status }) => !isDecided(status))) return 'open';
	return disputes.some(({ status }) => status === 'LOST') ? 'lost' : null;
}
