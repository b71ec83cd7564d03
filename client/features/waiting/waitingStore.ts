import { create } from 'zustand';
import type { WaitingPeer } from '../../../shared/contract/signalling/peer.ts';

interface WaitingState {
	/** Who is at the door, the longest waiting first. */
	waiting: readonly WaitingPeer[];
	/** Whether the list is live; false while the connection is away. */
	live: boolean;
}

export const useWaiting = create<WaitingState>(() => ({ waiting: [], live: false }));

/** The queue in the order of arrival. */
export const byArrival = (waiting: readonly WaitingPeer[]): WaitingPeer[] =>
	waiting.toSorted((one, other) => one.since.localeCompare(other.since));

/** Who is in `after` and was not in `before`. Somebody who comes back after a lost connection has not arrived anew. */
export const arrivals = (before: readonly WaitingPeer[], after: readonly WaitingPeer[]): WaitingPeer[] =>
	after.filter((peer) => !before.some(({ attendeeId }) => attendeeId === peer.attendeeId));

/** How pressing a wait is: `late` after ten minutes, `tooLong` after thirty. */
export function urgency(since: string, now: number): 'fresh' | 'late' | 'tooLong' {
	const minutes = (now - Date.parse(since)) / 60_000;
	return minutes >= 30 ? 'tooLong' : minutes >= 10 ? 'late' : 'fresh';
}
