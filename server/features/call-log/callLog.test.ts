import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAppointment, type Appointment } from '../../../shared/contract/appointments.ts';
import { readCallLog } from '../../../shared/contract/callLog.ts';
import { sqlStateOf } from '../../adapters/prisma/database.ts';
import type { TokenClaims } from '../../adapters/tokens.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { createCallLogRecord, type CallLogRecord } from './record.ts';

type Stay = Parameters<CallLogRecord['callActivity']>[0][number];

let backend: TestBackend;
let record: CallLogRecord;
let clinicId: string;
let browser: TestBrowser;
let visit: Appointment;
let host: TokenClaims<'call'>;
let attendee: TokenClaims<'call'>;
let memberId: string;
/** The beginning of the call, in ms. */
let start: number;

beforeAll(async () => {
	backend = await startTestBackend();
	record = createCallLogRecord({ db: backend.db });
});
beforeEach(async () => {
	const clinic = await createClinic(backend.db);
	({ clinicId } = clinic);
	({ browser, memberId } = await signedIn(backend, clinicId));
	start = backend.clock.now().getTime() - 3_600_000;
	const startsAt = new Date(start + 7_200_000).toISOString();
	const body = { client: { id: clinic.clientId }, serviceId: clinic.serviceId, startsAt };
	visit = await browser.call(createAppointment, { body });
	const common = { appointmentId: visit.id, clinicId, professionalId: memberId, title: 'Session', relayOnly: false };
	host = { ...common, role: 'host', name: 'Anna Demo', memberId };
	attendee = { ...common, role: 'attendee', name: 'Jón Demo', attendeeId: visit.attendees[0]?.id ?? '' };
});
afterAll(() => backend.close());

const read = (by = browser) => by.call(readCallLog, { params: { appointmentId: visit.id } });
const at = (minutes: number) => new Date(start + minutes * 60_000);
const iso = (minutes: number) => at(minutes).toISOString();

function stay(person: TokenClaims<'call'>, from: number, until: number | null, change: Partial<Stay> = {}): Stay {
	const left = until === null ? null : { at: at(until), departure: 'left' as const };
	const ids = { id: randomUUID(), peerId: randomUUID() };
	return { ...ids, person, joinedAt: at(from), goesOn: false, left, seenAt: at(until ?? 60), ...change };
}
const change = (minutes: number, kind: 'alone' | 'direct' | 'groupServer' | 'postQuantum' | 'lowered') => {
	const isTold = kind === 'postQuantum' || kind === 'lowered';
	return {
		id: randomUUID(),
		appointmentId: visit.id,
		clinicId,
		at: at(minutes),
		kind,
		toldBy: isTold ? memberId : null,
	};
};

describe('the log of a call', () => {
	test('says who was there, for how long, which way media took, how it was encrypted and who lowered it', async () => {
		const client = stay(attendee, 10, 40, { left: { at: at(40), departure: 'lost' } });
		await record.callActivity(
			[client, stay(host, 0, 50)],
			[
				change(10, 'direct'),
				change(10.1, 'postQuantum'),
				change(20, 'groupServer'),
				change(30, 'lowered'),
				change(40, 'alone'),
			],
		);
		expect(await read()).toEqual({
			people: [
				{ personId: memberId, kind: 'HOST', name: 'Anna Demo', stays: [{ from: iso(0), until: iso(50), end: 'left' }] },
				{
					...{ personId: visit.attendees[0]?.id, kind: 'CLIENT', name: 'Jón Demo' },
					stays: [{ from: iso(10), until: iso(40), end: 'lost' }],
				},
			],
			togetherSeconds: 1_800,
			ways: [
				{ from: iso(10), until: iso(20), way: 'direct' },
				{ from: iso(20), until: iso(40), way: 'groupServer' },
			],
			encryption: [
				{ from: iso(10.1), until: iso(30), state: 'postQuantum', toldBy: 'Anna Demo' },
				{ from: iso(30), until: iso(40), state: 'lowered', toldBy: 'Anna Demo' },
			],
		});
	});

	test('is told again without harm, in whatever order, and an end stays the end', async () => {
		const begun = stay(attendee, 10, null);
		const ended: Stay = { ...begun, left: { at: at(40), departure: 'left' }, seenAt: at(40) };
		const changes = [change(10, 'direct')];
		await record.callActivity([begun], changes);
		expect((await read()).people[0]?.stays).toEqual([{ from: iso(10), until: null, end: null }]);
		expect((await read()).ways).toEqual([{ from: iso(10), until: null, way: 'direct' }]);
		await record.callActivity([ended], changes);
		await record.callActivity([begun], changes);
		expect((await read()).people[0]?.stays).toEqual([{ from: iso(10), until: iso(40), end: 'left' }]);
		expect((await read()).ways).toHaveLength(1);
	});

	test('says of who was in a call whose server ended until when they were seen, and that no more is known', async () => {
		await record.callActivity([stay(attendee, 10, null, { seenAt: at(20) })], [change(10, 'direct')]);
		expect(await read()).toMatchObject({
			people: [{ stays: [{ from: iso(10), until: iso(20), end: 'unknown' }] }],
			ways: [{ from: iso(10), until: iso(20) }],
		});
		const peerId = randomUUID();
		await record.callActivity(
			[
				stay(host, 10, null, { peerId, seenAt: at(20) }),
				stay(host, 21, 30, { peerId, goesOn: true, left: { at: at(30), departure: 'ended' } }),
			],
			[],
		);
		expect((await read()).people[0]?.stays).toEqual([{ from: iso(10), until: iso(30), end: 'ended' }]);
	});

	test('leaves out what is of nobody, and keeps what waited behind it', async () => {
		const { clinicId: other } = await createClinic(backend.db);
		const stray = [
			stay({ ...attendee, clinicId: other }, 0, 5),
			stay({ ...attendee, appointmentId: randomUUID() }, 0, 5),
			stay({ ...attendee, role: 'attendee', attendeeId: randomUUID() }, 0, 5),
		];
		const strayChanges = [
			{ ...change(0, 'direct'), clinicId: other },
			{ ...change(1, 'lowered'), toldBy: randomUUID() },
		];
		await record.callActivity([...stray, stay(host, 0, 5)], [...strayChanges, change(2, 'direct')]);
		expect((await read()).people.map(({ personId }) => personId)).toEqual([memberId]);
		expect((await read()).ways).toMatchObject([{ from: iso(2) }]);
		expect(await backend.db.callStay.count({ where: { clinicId: other } })).toBe(0);
	});

	test('is kept by the database from what cannot be', async () => {
		const row = { clinicId, appointmentId: visit.id, peerId: randomUUID(), name: 'Jón', goesOn: false };
		const whole = { ...row, attendeeId: visit.attendees[0]?.id ?? '', joinedAt: at(5), seenAt: at(6) };
		for (const wrong of [{ memberId }, { attendeeId: null }, { leftAt: at(6) }, { seenAt: at(4) }]) {
			const data = { ...whole, ...wrong, id: randomUUID() };
			expect(await backend.db.callStay.create({ data }).then(() => undefined, sqlStateOf)).toBe('23514');
		}
		for (const wrong of [{ kind: 'LOWERED' as const }, { kind: 'DIRECT' as const, toldById: memberId }]) {
			const data = { id: randomUUID(), clinicId, appointmentId: visit.id, at: at(5), ...wrong };
			expect(await backend.db.callChange.create({ data }).then(() => undefined, sqlStateOf)).toBe('23514');
		}
	});
});

test('a visit without a call has an empty log', async () => {
	expect(await read()).toEqual({ people: [], togetherSeconds: 0, ways: [], encryption: [] });
});

test('the log is for the professional and the manager, not for a colleague', async () => {
	await record.callActivity([stay(host, 0, 5)], []);
	const { browser: manager } = await signedIn(backend, clinicId, 'MANAGER');
	expect((await read(manager)).people).toHaveLength(1);
	const { browser: colleague } = await signedIn(backend, clinicId);
	await expect(read(colleague)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
