import type { Topology } from '../shared/contract/signalling/peer.ts';
import { Awaited } from './Awaited.ts';
import { CallActivity } from './CallActivity.ts';
import { CallPath } from './CallPath.ts';
import { CallRecord } from './CallRecord.ts';
import { Door } from './Door.ts';
import { KeyGroup } from './KeyGroup.ts';
import { Members } from './Members.ts';
import { personOf, type Peer } from './Peer.ts';
import type { CallTicket } from './ports.ts';
import type { RoomDeps } from './roomDeps.ts';

/** What a room is made of, and the words that concern more than one of its parts. */
export class RoomParts {
	readonly appointmentId: string;
	readonly professionalId: string;
	readonly title: string;
	/** When the call began, ISO 8601: earlier than this room where that was made anew. */
	startedAt: string;
	readonly deps: RoomDeps;
	readonly members = new Members();
	readonly door = new Door();
	readonly awaited: Awaited;
	/** Ids of peers whose part here is over: nobody is one of them again. */
	readonly departed = new Set<string>();
	readonly path: CallPath;
	readonly keys: KeyGroup;
	readonly record: CallRecord;
	readonly activity: CallActivity;

	/** @param gaveUp told of each awaited peer that did not come in time */
	constructor(ticket: CallTicket, deps: RoomDeps, gaveUp: (peerId: string) => void) {
		const { appointmentId, professionalId, title } = ticket;
		const { backend, media: server, activity, now, randomUUID, schedule, log } = deps;
		const { members } = this;
		this.appointmentId = appointmentId;
		this.professionalId = professionalId;
		this.title = title;
		this.deps = deps;
		this.startedAt = deps.now().toISOString();
		const awaited = new Awaited(schedule, gaveUp);
		this.awaited = awaited;
		this.path = new CallPath({
			members,
			awaited,
			server,
			schedule,
			changed: (topology) => this.#pathChanged(topology),
		});
		this.keys = new KeyGroup(members, awaited, schedule);
		this.record = new CallRecord({ backend, appointmentId, schedule, log });
		this.activity = new CallActivity({ activity, ticket, now, randomUUID });
	}

	/** All who are in the call or at its door. */
	get everybody(): Peer[] {
		return [...this.members.all, ...this.door.waiting];
	}

	/** The peer of this person, on whatever device. */
	peerOf(person: string): Peer | undefined {
		return this.everybody.find(({ ticket }) => personOf(ticket) === person);
	}

	/** After a peer came or went on a socket: those who see it are told. */
	tellConnected(peer: Peer): void {
		if (this.members.has(peer)) this.tellChanged(peer);
		else this.tellWaiting();
	}

	tellChanged(peer: Peer): void {
		this.members.broadcast('peerChanged', { peer: peer.info() }, peer);
	}

	/** The queue at the door changed. */
	tellWaiting(): void {
		for (const peer of this.members.all) this.showQueue(peer);
		this.deps.waitingChanged(this.professionalId);
	}

	showQueue(peer: Peer): void {
		if (peer.isHost) peer.notify('waitingChanged', { waiting: this.door.queue });
	}

	/** Members hear of it together with what it follows from; those at the door can make it ready. */
	#pathChanged(topology: Topology): void {
		const { mode, epoch } = topology;
		this.deps.log.info({ appointmentId: this.appointmentId, mode, epoch }, 'call path changed');
		this.activity.pathIs(mode);
		for (const peer of this.door.waiting) peer.notify('topologyChanged', { topology });
	}
}
