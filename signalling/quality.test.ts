import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodCall } from './testing/quality.ts';
import { startPair, startSignalling, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
}, 20_000);
afterAll(() => server.close());

async function startReporting() {
	const { at, host, anna } = await startPair(server);
	const reports = () => server.reported.filter(({ reporter }) => reporter.appointmentId === at.appointmentId);
	return { at, host, anna, reports };
}

describe('a report of quality', () => {
	it('reaches the backend with who it is from, for hosts and attendees alike', async () => {
		const { at, host, anna, reports } = await startReporting();
		await host.client.ask('reportQuality', goodCall);
		const unmeasured = { ...goodCall, roundTripMs: null, connection: null };
		await anna.client.ask('reportQuality', unmeasured);
		expect(reports()).toEqual([
			{ reporter: at.host, page: { peerId: host.peerId, page: 1 }, summary: goodCall },
			{ reporter: anna.person, page: { peerId: anna.peerId, page: 1 }, summary: unmeasured },
		]);
	});

	it('is not taken from somebody at the door, nor from who was sent back there', async () => {
		const { at, host, anna, reports } = await startReporting();
		const beata = await server.join(at.attendee('Beata Demo'));
		expect(await beata.client.refusal('reportQuality', goodCall)).toBe('NOT_ADMITTED');
		await host.client.ask('removePeer', { peerId: anna.peerId });
		await anna.client.disconnected();
		const again = await server.join(anna.person);
		expect(await again.client.refusal('reportQuality', goodCall)).toBe('NOT_ADMITTED');
		expect(reports()).toEqual([]);
	});

	it.each([
		['goodSeconds', { ...goodCall, goodSeconds: -1 }],
		['fairSeconds', { ...goodCall, fairSeconds: 1.5 }],
		['poorSeconds', { ...goodCall, poorSeconds: 86_401 }],
		['causes.sender', { ...goodCall, causes: { network: 1, device: 1 } }],
		['roundTripMs', { ...goodCall, roundTripMs: '38' }],
		['lostPerMille', { ...goodCall, lostPerMille: 1_001 }],
		['connection', { ...goodCall, connection: 'pigeon' }],
	])('with a wrong %s is refused with the name of the field', async (field, report) => {
		const { anna, reports } = await startReporting();
		expect(await anna.client.raw('reportQuality', report)).toMatchObject({
			ok: false,
			error: { code: 'VALIDATION', issues: [{ path: `data.${field}` }] },
		});
		expect(reports()).toEqual([]);
	});

	it('that cannot be stored is answered so, logged without its content, and disturbs nobody', async () => {
		const { anna, host, reports } = await startReporting();
		const { qualityReported } = server.backend;
		server.backend.qualityReported = () => Promise.reject(new Error(`no database for ${JSON.stringify(goodCall)}`));
		const answer = await anna.client.raw('reportQuality', goodCall);
		server.backend.qualityReported = qualityReported;
		expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', correlationId: expect.any(String) } });
		const log = server.logged.join('\n');
		expect(log).toContain('"request":"reportQuality"');
		expect(log).not.toMatch(/no database|goodSeconds|Attendee 1/);

		await anna.client.ask('raiseHand', { raised: true });
		expect((await host.client.next('peerChanged')).peer.handRaised).toBe(true);
		await anna.client.ask('reportQuality', goodCall);
		expect(reports()).toHaveLength(1);
	});

	it('does not hold up the rest while the database is slow', async () => {
		const { anna, host, reports } = await startReporting();
		const { qualityReported } = server.backend;
		const { promise: database, resolve: answers } = Promise.withResolvers<void>();
		server.backend.qualityReported = async (...report) => {
			await database;
			return qualityReported(...report);
		};
		const stored = anna.client.ask('reportQuality', goodCall);
		await anna.client.ask('raiseHand', { raised: true });
		expect((await host.client.next('peerChanged')).peer.handRaised).toBe(true);
		expect(reports()).toEqual([]);
		answers();
		await stored;
		server.backend.qualityReported = qualityReported;
		expect(reports()).toHaveLength(1);
	});

	it('is limited to some a minute, as each is written to the database', async () => {
		const { anna, reports } = await startReporting();
		const answers = await Promise.all(Array.from({ length: 30 }, () => anna.client.refusal('reportQuality', goodCall)));
		expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(20);
		expect(reports()).toHaveLength(10);
		await anna.client.ask('raiseHand', { raised: true });
	});
});
