import type { CallSession } from './CallSession.ts';

/**
 * Lets this attendee in as soon as they are seen at the door, once. One whose browser cannot encrypt is left to the
 * queue, where what that costs is said. Answers how to stop watching.
 */
export function admitOnArrival(session: Pick<CallSession, 'store' | 'admit'>, attendeeId: string): () => void {
	const stop = session.store.subscribe(({ waiting }) => {
		const arrived = waiting.find((peer) => peer.attendeeId === attendeeId);
		if (!arrived) return;
		stop();
		if (arrived.encrypts) void session.admit(arrived.peerId);
	});
	return stop;
}
