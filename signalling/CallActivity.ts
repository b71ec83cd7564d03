import type { EncryptionState } from '../shared/contract/signalling/activity.ts';
import type { Departure } from '../shared/contract/signalling/notifications.ts';
import type { TopologyMode } from '../shared/contract/signalling/peer.ts';
import type { ActivityLog } from './ActivityLog.ts';
import { keepLostPeerMs, type Peer } from './Peer.ts';
import type { CallTicket, CallWay } from './ports.ts';

interface CallActivityOptions {
	activity: ActivityLog;
	ticket: Pick<CallTicket, 'appointmentId' | 'clinicId' | 'relayOnly'>;
	now: () => Date;
	randomUUID: () => string;
}

/** A host's device that is confused, or lies, fills no database. */
const mostReports = 50;

/** What is kept of one call: who was in it from when to when, which way it took, and how it was encrypted. */
export class CallActivity {
	readonly #options: CallActivityOptions;
	/** The ids of stays that last, by peer id. */
	readonly #stays = new Map<string, { id: string; joinedAt: Date }>();
	#way: CallWay = 'alone';
	#encryption: EncryptionState | undefined;
	#lowered = false;
	#reports = 0;

	constructor(options: CallActivityOptions) {
		this.#options = options;
	}

	/** Somebody is in the call. `goesOn`: they were before this room too. */
	came({ peerId, ticket: person }: Peer, goesOn: boolean): void {
		const { activity, now, randomUUID } = this.#options;
		const [id, joinedAt] = [randomUUID(), now()];
		this.#stays.set(peerId, { id, joinedAt });
		activity.begin({ id, person, peerId, joinedAt, goesOn, left: null, seenAt: joinedAt });
	}

	/** Who is lost was last heard some time ago. */
	left({ peerId }: Peer, departure: Departure): void {
		const stay = this.#stays.get(peerId);
		if (stay === undefined) return;
		this.#stays.delete(peerId);
		const silentMs = departure === 'lost' ? keepLostPeerMs : 0;
		const at = Math.max(stay.joinedAt.getTime(), this.#options.now().getTime() - silentMs);
		this.#options.activity.end(stay.id, { at: new Date(at), departure });
		if (this.#stays.size === 0) this.pathIs('idle');
	}

	pathIs(mode: TopologyMode): void {
		const direct = this.#options.ticket.relayOnly ? 'relayed' : 'direct';
		const way = ({ idle: 'alone', direct, sfu: 'groupServer' } as const)[mode];
		if (way === this.#way) return;
		this.#way = way;
		// Whoever comes next is told of anew.
		if (way === 'alone') this.#encryption = undefined;
		this.#options.activity.change({ ...this.#change(), kind: way, toldBy: null });
	}

	/** As a member's device shows it. What was lowered never rises again in this call. */
	encryptionIs(state: EncryptionState, toldBy: string): void {
		const isEndToEnd = state === 'postQuantum' || state === 'classic';
		if (state === this.#encryption || (this.#lowered && isEndToEnd) || this.#reports >= mostReports) return;
		this.#encryption = state;
		this.#lowered ||= state === 'lowered';
		this.#reports += 1;
		this.#options.activity.change({ ...this.#change(), kind: state, toldBy });
	}

	#change() {
		const { ticket, now, randomUUID } = this.#options;
		return { id: randomUUID(), appointmentId: ticket.appointmentId, clinicId: ticket.clinicId, at: now() };
	}
}
