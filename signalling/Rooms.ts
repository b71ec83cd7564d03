import { SamtalError } from '../shared/contract/errors.ts';
import type { ToolName } from '../shared/contract/signalling/notifications.ts';
import type { WaitingPeer } from '../shared/contract/signalling/peer.ts';
import type { CallTicket, PeerRecord } from './ports.ts';
import { personOf } from './Peer.ts';
import { Room } from './Room.ts';
import type { RoomDeps } from './roomDeps.ts';

/** How long an ended call is remembered, in milliseconds; a join link does not outlive its visit by more. */
const rememberEndedMs = 24 * 3_600_000;

/** How often a server that ends looks whether calls still run, in milliseconds. */
const lookEveryMs = 100;

/** All calls of this process, by visit. A room is there while somebody is in it or waits for it. */
export class Rooms {
	readonly #deps: RoomDeps;
	readonly #rooms = new Map<string, Room>();
	#draining = false;
	/** When a call was ended for all, by visit; milliseconds since the epoch. */
	readonly #ended = new Map<string, number>();

	constructor(deps: Omit<RoomDeps, 'closed'>) {
		this.#deps = { ...deps, closed: (room, ended) => this.#closed(room, ended) };
	}

	/**
	 * The room for this ticket. @throws SamtalError `CALL_ENDED` for an attendee, until the host opens it again;
	 * `UNAVAILABLE` while draining, when the call does not run here: the next server takes it in a moment.
	 */
	roomFor(ticket: CallTicket): Room {
		const { appointmentId } = ticket;
		if (ticket.role === 'host') this.#ended.delete(appointmentId);
		else if (this.#ended.has(appointmentId)) throw new SamtalError('CALL_ENDED');
		if (this.#draining && !this.#rooms.has(appointmentId)) throw new SamtalError('UNAVAILABLE');
		const room = this.#rooms.get(appointmentId) ?? new Room(ticket, this.#deps);
		this.#rooms.set(appointmentId, room);
		return room;
	}

	/** Whether this peer is in its room at the moment, or at its door. */
	isHere({ appointmentId, peerId }: PeerRecord): boolean {
		return this.#rooms.get(appointmentId)?.has(peerId) === true;
	}

	/** The ticket with which the person came whose peer this is; undefined unless it is here. */
	ticketOf({ appointmentId, peerId, person }: PeerRecord): CallTicket | undefined {
		const ticket = this.#rooms.get(appointmentId)?.ticketOf(peerId);
		return ticket && personOf(ticket) === person ? ticket : undefined;
	}

	/** Everybody at the doors of one professional. */
	waitingFor(professionalId: string): WaitingPeer[] {
		return [...this.#rooms.values()]
			.filter((room) => room.professionalId === professionalId)
			.flatMap((room) => room.waiting);
	}

	tellTool(appointmentId: string, tool: ToolName): void {
		this.#rooms.get(appointmentId)?.tellTool(tool);
	}

	sendOut(appointmentId: string, attendeeId: string): void {
		this.#rooms.get(appointmentId)?.sendOut(attendeeId);
	}

	health(): { rooms: number; running: number; draining: boolean; admitted: number; waiting: number } {
		const counts = [...this.#rooms.values()].map((room) => room.counts);
		return {
			rooms: counts.length,
			running: this.#running,
			draining: this.#draining,
			admitted: counts.reduce((sum, { admitted }) => sum + admitted, 0),
			waiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
		};
	}

	/** Takes no new calls from now on. Resolves when none runs any more, or after `longestMs`. */
	async drain(longestMs: number): Promise<void> {
		this.#draining = true;
		const { promise: timeIsOver, resolve } = Promise.withResolvers<void>();
		const cancel = this.#deps.schedule(longestMs, resolve);
		const look = setInterval(() => this.#running === 0 && resolve(), lookEveryMs);
		if (this.#running > 0) await timeIsOver;
		clearInterval(look);
		cancel();
	}

	shutDown(): void {
		for (const room of this.#rooms.values()) room.shutDown();
	}

	get #running(): number {
		return [...this.#rooms.values()].filter(({ isRunning }) => isRunning).length;
	}

	#closed(room: Room, ended: boolean): void {
		const { appointmentId } = room;
		this.#rooms.delete(appointmentId);
		if (ended) this.#remember(appointmentId);
		this.#deps.log.info({ appointmentId, ended }, 'room closed');
	}

	#remember(appointmentId: string): void {
		const now = this.#deps.now().getTime();
		for (const [id, endedAt] of this.#ended) if (now - endedAt > rememberEndedMs) this.#ended.delete(id);
		this.#ended.set(appointmentId, now);
	}
}
