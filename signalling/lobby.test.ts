import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dtlsParameters } from '../sfu/testing/rtp.ts';
import { parse } from '../shared/contract/result.ts';
import { workstationNotifications } from '../shared/contract/signalling/notifications.ts';
import { admitted, startCall, startSignalling, visit, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

describe('the door', () => {
	it('refuses a socket without a valid ticket', async () => {
		for (const auth of [{}, { ticket: randomUUID() }, { ticket: 7 }]) {
			const socket = io(`${server.url}/call`, { auth, transports: ['websocket'], reconnection: false, forceNew: true });
			const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
			expect(error.message).toBe(
				'ticket' in auth && typeof auth.ticket === 'string' ? 'UNAUTHENTICATED' : 'VALIDATION',
			);
			socket.disconnect();
		}
	});

	it('lets the host in and the attendee wait, and tells both sides when the attendee is admitted', async () => {
		const at = visit();
		const host = await server.join(at.host);
		expect(admitted(host.entrance).room).toMatchObject({
			appointmentId: at.appointmentId,
			title: 'First session',
			topology: { mode: 'idle', epoch: 0 },
			peers: [{ peerId: host.peerId, role: 'host', connected: true }],
			iceServers: [{ username: host.peerId }],
		});
		expect((await host.client.next('waitingChanged')).waiting).toEqual([]);

		const anna = await server.join(at.attendee());
		expect(anna.entrance.state).toBe('waiting');
		expect((await host.client.next('waitingChanged')).waiting).toMatchObject([
			{ peerId: anna.peerId, name: 'Anna Demo', appointmentId: at.appointmentId, connected: true },
		]);

		await host.client.ask('admit', { peerId: anna.peerId });
		const { room } = await anna.client.next('admitted');
		expect(room.peers.map(({ peerId }) => peerId)).toEqual([host.peerId, anna.peerId]);
		expect((await host.client.next('peerJoined')).peer).toMatchObject({ peerId: anna.peerId, name: 'Anna Demo' });
		expect((await host.client.next('waitingChanged')).waiting).toEqual([]);
		expect(server.started).toContain(at.appointmentId);
		expect(await host.client.refusal('admit', { peerId: anna.peerId })).toBe('WRONG_STATE');
		expect(await host.client.refusal('admit', { peerId: randomUUID() })).toBe('PEER_NOT_FOUND');
		expect(await anna.client.refusal('admit', { peerId: anna.peerId })).toBe('FORBIDDEN');
	});

	it('shows the host whose browser cannot encrypt from end to end', async () => {
		const at = visit();
		const host = await server.join(at.host);
		await host.client.next('waitingChanged');
		const media = { mic: false, camera: false, screen: false };
		await (await server.connect(at.attendee())).ask('join', { media, encrypts: false });
		expect((await host.client.next('waitingChanged')).waiting).toMatchObject([{ encrypts: false }]);
		await server.join(at.attendee());
		expect((await host.client.next('waitingChanged')).waiting).toMatchObject([{ encrypts: false }, { encrypts: true }]);
	});

	it('keeps those who come before any host, and shows them to the host who comes', async () => {
		const at = visit();
		const anna = await server.join(at.attendee());
		const host = await server.join(at.host);
		expect((await host.client.next('waitingChanged')).waiting).toMatchObject([{ peerId: anna.peerId }]);
	});

	it('answers a join before it tells anything of the room', async () => {
		const at = visit();
		await server.join(at.attendee());
		const host = await server.connect(at.host);
		const before = await new Promise<string[]>((resolve) => {
			const media = { mic: true, camera: true, screen: false };
			host.socket.emit('join', { media }, () => resolve(host.heard));
		});
		expect(before).toEqual([]);
		expect((await host.next('waitingChanged')).waiting).toHaveLength(1);
	});

	it('tells a waiting peer nothing of the others', async () => {
		const { at, host, attendees } = await startCall(server, 2);
		const outsider = await server.join(at.attendee('Outsider'));
		await host.client.ask('raiseHand', { raised: true });
		server.signalling.notifyTool(at.appointmentId, 'payments');
		await attendees[0]?.client.ask('leave', {});
		server.clock.advance(5_000);
		const epoch = (await host.client.next('topologyChanged')).topology.epoch;

		for (const [event, data] of [
			['produce', { transportId: randomUUID(), source: 'mic', kind: 'audio', rtpParameters: {} }],
			['pauseConsumers', { consumerIds: [randomUUID()], paused: false }],
			['signalDirect', { epoch }],
			['sendSealed', { sealed: new Uint8Array([1]) }],
			['setMediaState', { mic: true, camera: true, screen: true }],
			['admit', { peerId: outsider.peerId }],
			['endForAll', {}],
		] as const) {
			expect(await outsider.client.refusal(event, data)).toBe('NOT_ADMITTED');
		}
		const connect = { transportId: randomUUID(), dtlsParameters: dtlsParameters() };
		expect(await outsider.client.refusal('connectTransport', connect)).toBe('WRONG_STATE');
		expect(await outsider.client.refusal('openMedia', { epoch })).toBe('WRONG_STATE');
		await outsider.client.settled();
		expect(outsider.client.heard).toEqual(['topologyChanged']);
		expect(outsider.entrance).not.toHaveProperty('room');
	});

	it('brings the host’s message to the one who waits', async () => {
		const at = visit();
		const host = await server.join(at.host);
		const anna = await server.join(at.attendee());
		await host.client.ask('messageWaiting', { peerId: anna.peerId, text: 'Five more minutes' });
		expect(await anna.client.next('waitingMessage')).toEqual({ text: 'Five more minutes', from: 'Hanna Demo' });
	});

	it('sends a removed attendee back to the door', async () => {
		const { host, attendees } = await startCall(server, 1);
		const [anna] = attendees;
		if (anna === undefined) throw new Error('nobody');
		await host.client.ask('removePeer', { peerId: anna.peerId });
		expect(await anna.client.next('callOver')).toEqual({ reason: 'removed' });
		await anna.client.disconnected();
		expect(await host.client.next('peerLeft')).toEqual({ peerId: anna.peerId, reason: 'removed' });
		expect((await server.join(anna.person)).entrance.state).toBe('waiting');
	});

	it('puts out whose place was cancelled, in the call or at the door, and tells why', async () => {
		const { at, host, attendees } = await startCall(server, 2);
		const [anna, bo] = attendees;
		if (anna?.person.role !== 'attendee' || bo === undefined) throw new Error('nobody');
		server.signalling.sendOut(at.appointmentId, anna.person.attendeeId);
		expect(await anna.client.next('callOver')).toEqual({ reason: 'cancelled' });
		await anna.client.disconnected();
		expect(await host.client.next('peerLeft')).toEqual({ peerId: anna.peerId, reason: 'cancelled' });
		expect(await bo.client.next('peerLeft')).toEqual({ peerId: anna.peerId, reason: 'cancelled' });

		const late = at.attendee('Late');
		const waiting = await server.join(late);
		if (late.role === 'attendee') server.signalling.sendOut(at.appointmentId, late.attendeeId);
		expect(await waiting.client.next('callOver')).toEqual({ reason: 'cancelled' });
		await waiting.client.disconnected();
		expect(admitted((await server.join(at.host)).entrance).room.peers).toHaveLength(2);
		// Nobody is there to be put out.
		server.signalling.sendOut(randomUUID(), anna.person.attendeeId);
	});

	it('ends the call for all, and only a host opens it again', async () => {
		const { at, host, attendees } = await startCall(server, 1);
		const waiting = await server.join(at.attendee('Late'));
		await host.client.ask('endForAll', {});
		for (const client of [host.client, waiting.client, ...attendees.map((attendee) => attendee.client)]) {
			expect(await client.next('callOver')).toEqual({ reason: 'ended' });
			await client.disconnected();
		}
		expect(server.ended).toContain(at.appointmentId);

		const late = at.attendee('Later');
		await expect(server.join(late)).rejects.toMatchObject({ code: 'CALL_ENDED' });
		expect(admitted((await server.join(at.host)).entrance).room.peers).toHaveLength(1);
		expect((await server.join(late)).entrance.state).toBe('waiting');
	});
});

describe('the workstation', () => {
	it('shows the professional who waits at any of their doors, and nobody else’s', async () => {
		const at = visit();
		const anna = await server.join(at.attendee());
		await server.join(visit().attendee('Stranger'));
		const ticket = server.workstationTicket({ memberId: at.professionalId, clinicId: at.clinicId });
		const socket = io(`${server.url}/workstation`, { auth: { ticket }, transports: ['websocket'], forceNew: true });
		const queues: string[][] = [];
		const changes: (() => void)[] = [];
		socket.on('waitingChanged', (data: unknown) => {
			const { waiting } = parse(workstationNotifications.waitingChanged, data, 'waitingChanged');
			queues.push(waiting.map(({ name, connected }) => `${name} ${connected ? 'here' : 'away'}`));
			changes.shift()?.();
		});
		const change = () => new Promise<void>((resolve) => changes.push(resolve));

		await change();
		const second = { ...visit().attendee('Beata Demo'), professionalId: at.professionalId };
		const came = change();
		await server.join(second);
		await came;
		const away = change();
		anna.client.drop();
		await away;
		const gone = change();
		server.clock.advance(20_000);
		await gone;
		expect(queues).toEqual([
			['Anna Demo here'],
			['Anna Demo here', 'Beata Demo here'],
			['Anna Demo away', 'Beata Demo here'],
			['Beata Demo here'],
		]);
		socket.disconnect();
	});
});
