import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAppointment, type Appointment } from '../../../shared/contract/appointments.ts';
import { listCallQuality } from '../../../shared/contract/quality.ts';
import type { QualitySummary } from '../../../shared/contract/signalling/quality.ts';
import { goodCall } from '../../../signalling/testing/quality.ts';
import { sqlStateOf } from '../../adapters/prisma/database.ts';
import type { TokenClaims } from '../../adapters/tokens.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { createQualityRecord, type QualityRecord } from './record.ts';

const HOUR = 3_600_000;
/** PostgreSQL manual, appendix A. */
const [foreignKeyViolation, checkViolation] = ['23503', '23514'];

let backend: TestBackend;
let record: QualityRecord;
let clinicId: string;
let browser: TestBrowser;
let visit: Appointment;
let host: TokenClaims<'call'>;
let attendee: TokenClaims<'call'>;

beforeAll(async () => {
	backend = await startTestBackend();
	record = createQualityRecord({ db: backend.db, ambient: { now: backend.clock.now, newId: randomUUID } });
});
beforeEach(async () => {
	const clinic = await createClinic(backend.db);
	({ clinicId } = clinic);
	const member = await signedIn(backend, clinicId);
	({ browser } = member);
	const startsAt = new Date(backend.clock.now().getTime() + HOUR).toISOString();
	const body = { client: { id: clinic.clientId }, serviceId: clinic.serviceId, startsAt };
	visit = await browser.call(createAppointment, { body });
	const common = {
		appointmentId: visit.id,
		clinicId,
		professionalId: member.memberId,
		title: 'Session',
		relayOnly: false,
	};
	host = { ...common, role: 'host', name: 'Anna Demo', memberId: member.memberId };
	attendee = { ...common, role: 'attendee', name: 'Jón Demo', attendeeId: visit.attendees[0]?.id ?? '' };
});
afterAll(() => backend.close());

const read = (by = browser) => by.call(listCallQuality, { params: { appointmentId: visit.id } });
const newPage = () => ({ peerId: randomUUID(), page: 1 });
const attendeeId = () => visit.attendees[0]?.id ?? '';

describe('the record', () => {
	test('keeps all that was reported, for each person, hosts first', async () => {
		const unmeasured: QualitySummary = { ...goodCall, roundTripMs: null, connection: null };
		await record.qualityReported(attendee, newPage(), unmeasured);
		await record.qualityReported(host, newPage(), { ...goodCall, connection: 'groupServer' });
		expect(await read()).toEqual({
			people: [
				{
					personId: visit.professional.id,
					role: 'host',
					name: 'Anna Demo',
					summary: { ...goodCall, connection: 'groupServer' },
				},
				{ personId: attendeeId(), role: 'attendee', name: 'Jón Demo', summary: unmeasured },
			],
		});
		const [row] = await backend.db.callQuality.findMany({ where: { attendeeId: attendeeId() } });
		expect(row).toMatchObject({ clinicId, appointmentId: visit.id, memberId: null, updatedAt: backend.clock.now() });
	});

	test('has one report of a page: the one with the most time in it, in whatever order they come', async () => {
		const page = newPage();
		const last = { ...goodCall, goodSeconds: 600, lostPerMille: 1, connection: 'relayed' as const };
		await record.qualityReported(attendee, page, goodCall);
		await record.qualityReported(attendee, page, last);
		await record.qualityReported(attendee, page, { ...goodCall, goodSeconds: 599 });
		expect((await read()).people).toMatchObject([{ summary: last }]);
		expect(await backend.db.callQuality.count({ where: { appointmentId: visit.id } })).toBe(1);

		// As much time, but more of it was seen to be bad.
		const corrected = { ...last, goodSeconds: 590, fairSeconds: 30 };
		await record.qualityReported(attendee, page, corrected);
		expect((await read()).people).toMatchObject([{ summary: corrected }]);
	});

	test('takes reports of one page that come at the same time', async () => {
		const page = newPage();
		const reports = Array.from({ length: 20 }, (_, nth) => ({ ...goodCall, goodSeconds: nth * 30 }));
		await Promise.all(reports.toReversed().map((summary) => record.qualityReported(attendee, page, summary)));
		expect((await read()).people).toMatchObject([{ summary: { goodSeconds: 570 } }]);
	});

	test('refuses a report that points into another clinic, and says nothing of what it held', async () => {
		const { clinicId: other } = await createClinic(backend.db);
		const stray = record.qualityReported({ ...attendee, clinicId: other }, newPage(), goodCall);
		await expect(stray).rejects.toMatchObject({ sqlState: foreignKeyViolation });
		await expect(stray).rejects.not.toThrow(/Jón/);
		expect(await read()).toEqual({ people: [] });
	});

	test('is kept by the database from values that cannot be', async () => {
		const { appointmentId } = attendee;
		const row = { appointmentId, clinicId, page: 1, name: 'Jón', updatedAt: backend.clock.now() };
		const seconds = { goodSeconds: 1, fairSeconds: 0, poorSeconds: 0, networkSeconds: 0, deviceSeconds: 0 };
		const whole = { ...row, ...seconds, senderSeconds: 0, lostPerMille: 0, attendeeId: attendeeId() };
		for (const wrong of [
			{ memberId: visit.professional.id },
			{ attendeeId: null },
			{ senderSeconds: -1 },
			{ roundTripMs: -1 },
			{ lostPerMille: 1_001 },
		]) {
			const data = { ...whole, ...wrong, peerId: randomUUID() };
			const refused = await backend.db.callQuality.create({ data }).then(() => undefined, sqlStateOf);
			expect(refused, JSON.stringify(wrong)).toBe(checkViolation);
		}
		await backend.db.callQuality.create({ data: { ...whole, peerId: randomUUID() } });
	});
});

describe('the reading', () => {
	test('has one line for a person who came again or on another device, under the latest name', async () => {
		await record.qualityReported(attendee, newPage(), goodCall);
		backend.clock.pass(60_000);
		const phone: QualitySummary = {
			...{ goodSeconds: 0, fairSeconds: 100, poorSeconds: 100, causes: { network: 0, device: 200, sender: 0 } },
			...{ roundTripMs: 138, lostPerMille: 43, connection: 'relayed' },
		};
		await record.qualityReported({ ...attendee, name: 'Jón Demo (phone)' }, newPage(), phone);
		expect((await read()).people).toEqual([
			{
				...{ personId: attendeeId(), role: 'attendee', name: 'Jón Demo (phone)' },
				summary: {
					...{ goodSeconds: 570, fairSeconds: 120, poorSeconds: 110 },
					...{ causes: { network: 25, device: 205, sender: 0 }, roundTripMs: 63, lostPerMille: 13 },
					connection: 'relayed',
				},
			},
		]);
	});

	test('adds up the pages of one peer, each of which measured from its own beginning', async () => {
		const { peerId, page } = newPage();
		await record.qualityReported(attendee, { peerId, page }, goodCall);
		await record.qualityReported(attendee, { peerId, page: page + 1 }, { ...goodCall, goodSeconds: 30 });
		expect((await read()).people).toMatchObject([{ summary: { goodSeconds: 600, poorSeconds: 20 } }]);
	});

	test('can be longer than one report', async () => {
		const wholeDay = { ...goodCall, goodSeconds: 86_400 };
		for (let device = 0; device < 2; device++) await record.qualityReported(attendee, newPage(), wholeDay);
		expect((await read()).people).toMatchObject([{ summary: { goodSeconds: 172_800 } }]);
	});

	test('passes over who was never in the call with anybody', async () => {
		const alone = { ...goodCall, goodSeconds: 0, fairSeconds: 0, poorSeconds: 0, roundTripMs: null, connection: null };
		await record.qualityReported(host, newPage(), alone);
		expect(await read()).toEqual({ people: [] });
	});

	test('is for the professional and the manager, not for a colleague, and not for who only has the link', async () => {
		await record.qualityReported(attendee, newPage(), goodCall);
		const { browser: manager } = await signedIn(backend, clinicId, 'MANAGER');
		expect((await read(manager)).people).toHaveLength(1);
		const { browser: colleague } = await signedIn(backend, clinicId);
		await expect(read(colleague)).rejects.toMatchObject({ code: 'NOT_FOUND' });
		const client = new TestBrowser(backend.origin, visit.attendees[0]?.joinLink);
		await expect(read(client)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
	});
});
