import type { Socket } from 'socket.io';
import { SamtalError } from '../shared/contract/errors.ts';
import { failure, success, type Result } from '../shared/contract/result.ts';
import type { CallNotification, CallNotificationName } from '../shared/contract/signalling/notifications.ts';
import { callRequests, type CallRequestData, type CallRequestName } from '../shared/contract/signalling/requests.ts';
import { handle, type Handler } from './capabilities/capability.ts';
import type { ReportFailure } from './failures.ts';
import { personOf, type Connection, type Peer } from './Peer.ts';
import type { CallBackend, CallTicket } from './ports.ts';
import { readProof, type Proof } from './proof.ts';
import type { SpendRequest } from './requestLimits.ts';
import type { Room } from './Room.ts';
import type { Rooms } from './Rooms.ts';

export interface SessionDeps {
	rooms: Rooms;
	backend: Pick<CallBackend, 'readPeerRecord' | 'isStillAdmitted'>;
	now: () => Date;
	spend: SpendRequest;
	reportFailure: ReportFailure;
	/** A message came without an acknowledgement, so that it cannot be answered and is left alone. */
	countUnanswerable: () => void;
}

type Acknowledge = (result: Result<unknown>) => void;

/** One socket's conversation: its requests in, their answers and the room's notifications out. */
export class Session implements Connection {
	readonly #socket: Socket;
	readonly #ticket: CallTicket;
	readonly #deps: SessionDeps;
	readonly #join: Handler;
	#place: { room: Room; peer: Peer } | undefined;
	/** Notifications that wait until the answer to `join` is out: before it, the browser knows of no room. */
	#held: (() => void)[] | undefined = [];
	#heardAt: number;
	#unanswered = 0;
	#over = false;

	constructor(socket: Socket, ticket: CallTicket, deps: SessionDeps) {
		this.#socket = socket;
		this.#ticket = ticket;
		this.#deps = deps;
		[, this.#join] = handle('join', (data) => this.#enter(data));
		this.#heardAt = deps.now().getTime();
		socket.conn.on('packet', () => (this.#heardAt = deps.now().getTime()));
		socket.onAny((event: string, ...args: unknown[]) => void this.#receive(event, args));
		socket.on('disconnect', () => this.#place?.room.connectionLost(this.#place.peer, this));
	}

	notify<N extends CallNotificationName>(name: N, data: CallNotification<N>): void {
		const send = () => void this.#socket.emit(name, data);
		if (this.#held === undefined) send();
		else this.#held.push(send);
	}

	get silentForMs(): number {
		return this.#deps.now().getTime() - this.#heardAt;
	}

	end(): void {
		this.#over = true;
		this.#mayDisconnect();
	}

	async #receive(event: string, args: unknown[]): Promise<void> {
		const acknowledge = args.at(-1);
		if (!isAcknowledge(acknowledge)) return this.#deps.countUnanswerable();
		const input = args.length > 1 ? args[0] : {};

		this.#unanswered++;
		acknowledge(await this.#answer(event, input));
		this.#unanswered--;
		if (this.#place !== undefined) this.#release();
		this.#mayDisconnect();
	}

	async #answer(event: string, input: unknown): Promise<Result<unknown>> {
		const name = isRequestName(event) ? event : undefined;
		const { appointmentId } = this.#ticket;
		try {
			await this.#deps.spend(`${appointmentId}:${personOf(this.#ticket)}`, name);
			if (name === undefined) throw new SamtalError('UNKNOWN_EVENT');
			return success(await this.#handlerFor(name)(input));
		} catch (error) {
			return failure(this.#deps.reportFailure(error, { appointmentId, request: name ?? 'unknown' }));
		}
	}

	#handlerFor(name: CallRequestName): Handler {
		if (this.#over) throw new SamtalError('WRONG_STATE');
		if (name === 'join') return this.#join;
		if (this.#place === undefined) throw new SamtalError('WRONG_STATE');
		const { room, peer } = this.#place;
		const handler = peer.handlerFor(name);
		if (handler !== undefined) return handler;
		throw new SamtalError(room.members.has(peer) ? 'FORBIDDEN' : 'NOT_ADMITTED');
	}

	async #enter(data: CallRequestData<'join'>) {
		const { rooms } = this.#deps;
		const proof = await this.#proofOf(data);
		// The backend may have been asked: meanwhile the socket can be lost, or have joined already.
		if (this.#place !== undefined || !this.#socket.connected) throw new SamtalError('WRONG_STATE');
		const room = rooms.roomFor(this.#ticket);
		const peer = room.enter(this.#ticket, data, proof, this);
		this.#place = { room, peer };
		return room.entranceOf(peer);
	}

	async #proofOf({ resumeToken }: CallRequestData<'join'>): Promise<Proof | undefined> {
		const { backend, rooms } = this.#deps;
		if (resumeToken === undefined) return undefined;
		return readProof(this.#ticket, resumeToken, backend, (record) => rooms.isHere(record));
	}

	#release(): void {
		const held = this.#held ?? [];
		this.#held = undefined;
		for (const send of held) send();
	}

	#mayDisconnect(): void {
		if (this.#over && this.#unanswered === 0) this.#socket.disconnect();
	}
}

const isRequestName = (event: string): event is CallRequestName => Object.hasOwn(callRequests, event);
const isAcknowledge = (value: unknown): value is Acknowledge => typeof value === 'function';
