import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { QualitySummary } from '../../shared/contract/signalling/quality.ts';
import type { CallRequestData, Entrance } from '../../shared/contract/signalling/requests.ts';
import { SamtalError } from '../../shared/contract/errors.ts';
import { MediaServer } from '../../sfu/MediaServer.ts';
import { quietLog } from '../../sfu/testing/quietLog.ts';
import { createSignalling } from '../createSignalling.ts';
import type { CallBackend, CallTicket, Log, PageOfPeer, WorkstationTicket } from '../ports.ts';
import { CallClient } from './CallClient.ts';
import { createManualClock } from './manualClock.ts';

export type Admitted = Extract<Entrance, { state: 'admitted' }>;

const devices: CallRequestData<'join'>['media'] = { mic: true, camera: true, screen: false };

/** A whole signalling server with real media workers on a free port; only the clock and the backend are stand-ins. */
export async function startSignalling({ log = quietLog }: { log?: Log } = {}) {
	const media = await MediaServer.create({ workers: 1, listenIp: '127.0.0.1', log: quietLog });
	const clock = createManualClock();
	const httpServer = createServer().listen(0, '127.0.0.1');
	await once(httpServer, 'listening');
	const address = httpServer.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const url = `http://127.0.0.1:${address.port}`;

	const tickets = new Map<string, CallTicket>();
	const workstationTickets = new Map<string, WorkstationTicket>();
	const started: string[] = [];
	const ended: string[] = [];
	const reported: { reporter: CallTicket; page: PageOfPeer; summary: QualitySummary }[] = [];
	const backend: CallBackend = {
		readCallTicket: (ticket) => valid(tickets.get(ticket)),
		readWorkstationTicket: (ticket) => valid(workstationTickets.get(ticket)),
		callStarted: async (appointmentId) => void started.push(appointmentId),
		callEnded: async (appointmentId) => void ended.push(appointmentId),
		qualityReported: async (reporter, page, summary) => void reported.push({ reporter, page, summary }),
		iceServers: (peerId) => [{ urls: ['turn:turn.example:3478'], username: peerId, credential: 'secret' }],
	};
	const signalling = createSignalling({
		httpServer,
		backend,
		media,
		keySuite: 'postQuantum',
		now: clock.now,
		randomUUID,
		log,
		schedule: clock.schedule,
	});
	const clients = new Set<CallClient>();

	const connect = async (person: CallTicket): Promise<CallClient> => {
		const ticket = randomUUID();
		tickets.set(ticket, person);
		const client = await CallClient.connect(url, ticket);
		clients.add(client);
		return client;
	};

	return {
		url,
		media,
		clock,
		signalling,
		started,
		ended,
		reported,
		/** A test may let one of its methods fail. */
		backend,
		connect,

		workstationTicket(person: WorkstationTicket): string {
			const ticket = randomUUID();
			workstationTickets.set(ticket, person);
			return ticket;
		},

		/** Connects and joins; with `resumeToken` as the peer that had it. */
		async join(person: CallTicket, resumeToken?: string) {
			const client = await connect(person);
			const entrance = await client.ask('join', { media: devices, resumeToken });
			return { client, entrance, peerId: entrance.peerId };
		},

		async close(): Promise<void> {
			for (const client of clients) client.close();
			await signalling.close();
			httpServer.close();
			await media.close();
		},
	};
}

export type SignallingServer = Awaited<ReturnType<typeof startSignalling>>;

/** A visit with a professional and as many attendees as are asked for. */
export function visit() {
	const common = {
		appointmentId: randomUUID(),
		clinicId: randomUUID(),
		professionalId: randomUUID(),
		title: 'First session',
	};
	return {
		...common,
		host: { ...common, role: 'host', name: 'Hanna Demo', memberId: common.professionalId } satisfies CallTicket,
		attendee: (name = 'Anna Demo') => ({ ...common, role: 'attendee' as const, name, attendeeId: randomUUID() }),
	};
}

/** A call with the host and `count` admitted attendees, in the order in which they came. */
export async function startCall(server: SignallingServer, count: number, at = visit()) {
	const host = await server.join(at.host);
	const attendees = [];
	for (let index = 1; index <= count; index++) {
		const person = at.attendee(`Attendee ${index}`);
		const joined = await server.join(person);
		await host.client.ask('admit', { peerId: joined.peerId });
		const { room } = await joined.client.next('admitted');
		attendees.push({ ...joined, person, room });
	}
	return { at, host, attendees };
}

/** The entrance of somebody who must be in. */
export function admitted(entrance: Entrance): Admitted {
	if (entrance.state !== 'admitted') throw new Error('not admitted');
	return entrance;
}

function valid<T>(ticket: T | undefined): T {
	if (ticket === undefined) throw new SamtalError('UNAUTHENTICATED');
	return ticket;
}
