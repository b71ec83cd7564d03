import type { CallSession } from './CallSession.ts';

/** Lets this attendee in as soon as they are seen at the door, once. Answers how to stop watching. */
export function admitOnArrival(session: Pick<CallSession, 'store' | 'admit'>, attendeeId: string): () => void {
	const stop = session.store.subscribe(({ waiting }) => {
		const arrived = waiting.find((peer) => peer.attendeeId === attendeeId);
		if (!arrived) return;
		stop();
		void session.admit(arrived.peerId);
	});
	return stop;
}
