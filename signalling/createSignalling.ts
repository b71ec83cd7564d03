import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { SamtalError } from '../shared/contract/errors.ts';
import type { KeySuite } from '../shared/contract/signalling/keys.ts';
import type { ToolName, WorkstationNotification } from '../shared/contract/signalling/notifications.ts';
import { ActivityLog } from './ActivityLog.ts';
import { callTicketOf } from './callTicket.ts';
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
	/** An attendee's place was cancelled: they are put out of the call, or away from its door. */
	sendOut(appointmentId: string, attendeeId: string): void;
	health(): ReturnType<Rooms['health']> & { sockets: number; unanswerable: number };
	/** Takes no new calls from now on. Resolves when none runs here any more, or after `longestMs`. */
	drain(longestMs: number): Promise<void>;
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
		// Both ends notice a half-open connection within 8 s, so that 12 of the 20 s in which a peer may come back are
		// left to do so. One that was only slow loses nothing: its page is back within a second, and media never hears of it.
		pingInterval: 4_000,
		pingTimeout: 4_000,
		...(origin === undefined ? {} : { cors: { origin } }),
	});
	const reportFailure = failureReporter(log, randomUUID);
	const calls = io.of('/call');
	const workstations = io.of('/workstation');
	let unanswerable = 0;

	const queueOf = (memberId: string): WorkstationNotification<'waitingChanged'> => ({
		waiting: rooms.waitingFor(memberId),
	});
	const activity = new ActivityLog({ backend, now, schedule, log });
	const rooms: Rooms = new Rooms({
		backend,
		media,
		activity,
		keySuite,
		now,
		randomUUID,
		schedule,
		log,
		waitingChanged: (memberId) => workstations.to(memberId).emit('waitingChanged', queueOf(memberId)),
	});
	const deps = {
		rooms,
		backend,
		now,
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
		(given) => callTicketOf(given, { backend, rooms }),
		reportFailure,
		(socket, ticket) => {
			new Session(socket, ticket, deps);
		},
	);
	withTicket(
		workstations,
		(given) => backend.readWorkstationTicket('ticket' in given ? given.ticket : ''),
		reportFailure,
		(socket, { memberId }) => {
			void socket.join(memberId);
			socket.emit('waitingChanged', queueOf(memberId));
		},
	);

	return {
		notifyTool: (appointmentId, tool) => rooms.tellTool(appointmentId, tool),
		sendOut: (appointmentId, attendeeId) => rooms.sendOut(appointmentId, attendeeId),
		health: () => ({
			...rooms.health(),
			sockets: calls.sockets.size + workstations.sockets.size,
			unanswerable,
		}),
		drain: (longestMs) => rooms.drain(longestMs),
		close: async () => {
			rooms.shutDown();
			calls.disconnectSockets(true);
			workstations.disconnectSockets(true);
			await Promise.all([calls.adapter.close(), workstations.adapter.close()]);
			io.engine.close();
			await activity.close();
		},
	};
}

const scheduleByClock: Schedule = (ms, run) => {
	const timer = setTimeout(run, ms).unref();
	return () => clearTimeout(timer);
};
