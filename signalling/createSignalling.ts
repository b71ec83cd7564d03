import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { SamtalError } from '../shared/contract/errors.ts';
import type { KeySuite } from '../shared/contract/signalling/keys.ts';
import type { ToolName, WorkstationNotification } from '../shared/contract/signalling/notifications.ts';
import { failureReporter } from './failures.ts';
import { refusal, withTicket } from './handshake.ts';
import type { CallBackend, Log, MediaServer, Schedule } from './ports.ts';
import { createRequestLimits } from './requestLimits.ts';
import { Rooms } from './Rooms.ts';
import { Session } from './Session.ts';

export interface SignallingOptions {
	httpServer: HttpServer;
	backend: CallBackend;
	media: MediaServer;
	keySuite: KeySuite;
	now: () => Date;
	randomUUID: () => string;
	log: Log;
	/** From which other origin browsers may connect; the own one always may. */
	origin?: string | undefined;
	schedule?: Schedule | undefined;
}

export interface Signalling {
	/** Data of a tool changed: those in the call read it again. */
	notifyTool(appointmentId: string, tool: ToolName): void;
	health(): { rooms: number; admitted: number; waiting: number; sockets: number; unanswerable: number };
	/** Closes all sockets; the HTTP server stays. */
	close(): Promise<void>;
}

/** A call's largest message is a session description with its frame around it; bytes. */
const maxHttpBufferSize = 64 * 1_024;

/** Puts the `/call` and `/workstation` sockets onto the HTTP server, under `/socket.io`. */
export function createSignalling(options: SignallingOptions): Signalling {
	const { httpServer, backend, media, keySuite, now, randomUUID, log, origin, schedule = scheduleByClock } = options;
	const io = new Server(httpServer, {
		serveClient: false,
		maxHttpBufferSize,
		// A half-open connection is noticed within 15 s.
		pingInterval: 5_000,
		pingTimeout: 10_000,
		...(origin === undefined ? {} : { cors: { origin } }),
	});
	const reportFailure = failureReporter(log, randomUUID);
	const calls = io.of('/call');
	const workstations = io.of('/workstation');
	let unanswerable = 0;

	const queueOf = (memberId: string): WorkstationNotification<'waitingChanged'> => ({
		waiting: rooms.waitingFor(memberId),
	});
	const rooms: Rooms = new Rooms({
		backend,
		media,
		keySuite,
		now,
		randomUUID,
		schedule,
		log,
		waitingChanged: (memberId) => workstations.to(memberId).emit('waitingChanged', queueOf(memberId)),
	});
	const deps = {
		rooms,
		spend: createRequestLimits(),
		reportFailure,
		log,
		countUnanswerable: () => {
			unanswerable++;
		},
	};

	io.use((_, next) => next(refusal(new SamtalError('NOT_FOUND'))));
	withTicket(
		calls,
		(ticket) => backend.readCallTicket(ticket),
		reportFailure,
		(socket, ticket) => {
			new Session(socket, ticket, deps);
		},
	);
	withTicket(
		workstations,
		(ticket) => backend.readWorkstationTicket(ticket),
		reportFailure,
		(socket, { memberId }) => {
			void socket.join(memberId);
			socket.emit('waitingChanged', queueOf(memberId));
		},
	);

	return {
		notifyTool: (appointmentId, tool) => rooms.tellTool(appointmentId, tool),
		health: () => ({
			...rooms.health(),
			sockets: calls.sockets.size + workstations.sockets.size,
			unanswerable,
		}),
		close: async () => {
			rooms.shutDown();
			calls.disconnectSockets(true);
			workstations.disconnectSockets(true);
			await Promise.all([calls.adapter.close(), workstations.adapter.close()]);
			io.engine.close();
		},
	};
}

const scheduleByClock: Schedule = (ms, run) => {
	const timer = setTimeout(run, ms).unref();
	return () => clearTimeout(timer);
};
