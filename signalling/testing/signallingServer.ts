import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { QualitySummary } from '../../shared/contract/signalling/quality.ts';
import type { CallRequestData, Entrance, Standing } from '../../shared/contract/signalling/requests.ts';
import { SamtalError } from '../../shared/contract/errors.ts';
import { MediaServer } from '../../sfu/MediaServer.ts';
import { quietLog } from '../../sfu/testing/quietLog.ts';
import { createSignalling } from '../createSignalling.ts';
import type {
	CallBackend,
	CallChange,
	CallStay,
	CallTicket,
	PageOfPeer,
	PeerRecord,
	WorkstationTicket,
} from '../ports.ts';
import { CallClient } from './CallClient.ts';
import { createManualClock } from './manualClock.ts';

export type Admitted = Extract<Entrance, { state: 'admitted' }>;

const devices: CallRequestData<'join'>['media'] = { mic: true, camera: true, screen: false };

/** What a page tells that has only lost its socket, where nothing comes of it. */
const nothingKept: Standing = {
	topology: { mode: 'idle', epoch: 0, politePeerId: null },
	others: [],
	handRaised: false,
	keys: null,
};

/** What outlives a server: its clock, and what it has signed and recorded. */
const createWorld = () => ({
	clock: createManualClock(),
	records: new Map<string, PeerRecord>(),
	removedAt: new Map<string, Date>(),
	ended: [] as string[],
	/** By id, as they were told last. */
	stays: new Map<string, CallStay>(),
	changes: [] as CallChange[],
});

/**
 * A whole signalling server with real media workers on a free port; only the clock and the backend are stand-ins.
 * @param world of an earlier server, whose successor this one is
 */
export async function startSignalling(world = createWorld()) {
	const media = await MediaServer.create({ workers: 1, listenIp: '127.0.0.1', log: quietLog });
	const { clock, records, removedAt, ended, stays, changes } = world;
	const logged: string[] = [];
	const write = (fields: Record<string, unknown>, message: string) =>
		void logged.push(JSON.stringify({ message, ...fields }));
	const log = { info: write, warn: write, error: write };
	const httpServer = createServer().listen(0, '127.0.0.1');
	await once(httpServer, 'listening');
	const address = httpServer.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const url = `http://127.0.0.1:${address.port}`;

	const tickets = new Map<string, CallTicket>();
	const workstationTickets = new Map<string, WorkstationTicket>();
	const started: string[] = [];
	const reported: { reporter: CallTicket; page: PageOfPeer; summary: QualitySummary }[] = [];
	const backend: CallBackend = {
		readCallTicket: (ticket) => valid(tickets.get(ticket)),
		readWorkstationTicket: (ticket) => valid(workstationTickets.get(ticket)),
		signPeerRecord: (record) => {
			const token = randomUUID();
			records.set(token, record);
			return token;
		},
		givesTickets: async () => true,
		readPeerRecord: (token) => valid(records.get(token)),
		isStillAdmitted: async (attendeeId, admittedAt) =>
			(removedAt.get(attendeeId)?.getTime() ?? 0) < admittedAt.getTime(),
		attendeeRemoved: async (attendeeId) => void removedAt.set(attendeeId, clock.now()),
		callStarted: async (appointmentId) => void started.push(appointmentId),
		callEnded: async (appointmentId) => void ended.push(appointmentId),
		qualityReported: async (reporter, page, summary) => void reported.push({ reporter, page, summary }),
		callActivity: async (someStays, someChanges) => {
			for (const stay of someStays) stays.set(stay.id, stay);
			changes.push(...someChanges);
		},
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

	const open = async (...how: Parameters<typeof CallClient.connect>): Promise<CallClient> => {
		const client = await CallClient.connect(...how);
		clients.add(client);
		client.socket.once('disconnect', () => clients.delete(client));
		return client;
	};
	const connect = (person: CallTicket, by = url): Promise<CallClient> => {
		const ticket = randomUUID();
		tickets.set(ticket, person);
		return open(by, { ticket });
	};

	return {
		url,
		world,
		media,
		clock,
		signalling,
		/** What signalling wrote to its log, line by line. */
		logged,
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

		/** Comes back without a ticket. */
		async joinByToken(resumeToken: string, standing = nothingKept) {
			const client = await open(url, { resumeToken });
			return { client, entrance: await client.ask('join', { media: devices, resumeToken, standing }) };
		},

		/** Connects and joins; with `resumeToken` as the peer that had it: a page that lost its socket, or a new one. */
		async join(person: CallTicket, resumeToken?: string, standing: Standing | 'newPage' = nothingKept) {
			const client = await connect(person);
			const told = resumeToken === undefined || standing === 'newPage' ? {} : { standing };
			const entrance = await client.ask('join', { media: devices, resumeToken, ...told });
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
		relayOnly: false,
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
		const { room, resumeToken: token } = await joined.client.next('admitted');
		attendees.push({ ...joined, person, room, token });
	}
	return { at, host, attendees };
}

/** The host and one admitted attendee. */
export async function startPair(server: SignallingServer) {
	const { at, host, attendees } = await startCall(server, 1);
	const [anna] = attendees;
	if (anna === undefined) throw new Error('nobody');
	return { at, host, anna };
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
