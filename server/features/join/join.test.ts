import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	cancelAppointment,
	createAppointment,
	inviteGuest,
	renewJoinLink,
	type Appointment,
} from '../../../shared/contract/appointments.ts';
import {
	attendeeTicket,
	enterVisit,
	getVisit,
	listNextVisits,
	memberTicket,
	workstationTicket,
} from '../../../shared/contract/join.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { createVisitProgress } from './progress.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let host: TestBrowser;
let memberId: string;
let visit: Appointment;
let attendeeId: string;
let joinLink: string;
let client: TestBrowser;

beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	({ browser: host, memberId } = await signedIn(backend, clinic.clinicId));
	visit = await book(2 * HOUR);
	({ id: attendeeId = '', joinLink = '' } = visit.attendees[0] ?? {});
	client = new TestBrowser(backend.origin, joinLink);
});
afterAll(() => backend.close());

const HOUR = 3_600_000;
const book = (inMs: number) =>
	host.call(createAppointment, {
		body: {
			client: { id: clinic.clientId },
			serviceId: clinic.serviceId,
			startsAt: new Date(backend.clock.now().getTime() + inMs).toISOString(),
		},
	});
const row = () => backend.db.attendee.findUniqueOrThrow({ where: { id: attendeeId }, include: { appointment: true } });
const opened = (link: string) => new TestBrowser(backend.origin, link).call(getVisit, {});

test('looking at a visit any number of times changes nothing', async () => {
	const before = await row();
	const seen = await client.call(getVisit, {});
	await Promise.all(Array.from({ length: 5 }, () => client.call(getVisit, {})));
	expect(seen).toMatchObject({ appointmentId: visit.id, attendeeId, termsAccepted: false, ended: false });
	expect(await row()).toEqual(before);
});

test('nobody enters without accepting the terms of today', async () => {
	const name = 'Jón D.';
	for (const body of [{ name }, { name, acceptedTerms: '0' }]) {
		await expect(client.call(enterVisit, { body })).rejects.toMatchObject({ code: 'TERMS_REQUIRED' });
	}
	await expect(client.call(attendeeTicket, {})).rejects.toMatchObject({ code: 'TERMS_REQUIRED' });

	const { ticket } = await client.call(enterVisit, { body: { name, acceptedTerms: '1' } });
	expect(backend.tokens.verify('call', ticket)).toEqual({
		...{ role: 'attendee', attendeeId, appointmentId: visit.id, clinicId: clinic.clinicId },
		...{ professionalId: memberId, title: 'Session', name, relayOnly: false },
	});
	expect(await row()).toMatchObject({ name, acceptedTerms: '1', acceptedTermsAt: backend.clock.now() });
	expect(await client.call(getVisit, {})).toMatchObject({ termsAccepted: true, attendeeName: name });
	expect(await client.call(attendeeTicket, {})).toMatchObject({ appointmentId: visit.id });
});

async function sellBefore(price: number): Promise<void> {
	const { clinicId, serviceId } = clinic;
	const account = `acct_${randomUUID()}`;
	const state = { chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true, due: [], readAt: new Date(0) };
	await backend.db.paymentAccount.create({ data: { id: account, clinicId, connectedAt: new Date(0), ...state } });
	await backend.db.clinic.update({
		where: { id: clinicId },
		data: { paymentsEnabled: true, stripeAccountId: account },
	});
	await backend.db.service.update({ where: { id: serviceId }, data: { payFirst: true } });
	await backend.db.appointment.update({ where: { id: visit.id }, data: { amountMinor: price } });
}

test('where a visit is paid before, nobody gets a ticket until it is paid, and all tabs are asked once', async () => {
	await sellBefore(8_500);
	const entry = { body: { name: 'Jón', acceptedTerms: '1' } };
	const tries = await Promise.allSettled(Array.from({ length: 4 }, () => client.call(enterVisit, entry)));
	for (const each of tries) expect(each).toMatchObject({ reason: { code: 'PAY_FIRST' } });
	await expect(client.call(attendeeTicket, {})).rejects.toMatchObject({ code: 'PAY_FIRST' });
	const [payment, ...others] = await backend.db.payment.findMany({ where: { attendeeId } });
	expect(payment).toMatchObject({ amountMinor: 8_500, status: 'REQUESTED', description: 'Session' });
	expect(others).toEqual([]);
	expect(await row()).toMatchObject({ name: 'Jón', acceptedTerms: '1' });

	const received = { status: 'RECEIVED', receivedAt: backend.clock.now() } as const;
	await backend.db.payment.update({ where: { id: payment?.id ?? '' }, data: received });
	expect(await client.call(attendeeTicket, {})).toMatchObject({ appointmentId: visit.id });
	const guest = await host.call(inviteGuest, { params: { appointmentId: visit.id }, body: { name: 'Guest' } });
	const guestEntry = { body: { name: 'Guest', acceptedTerms: '1' } };
	await new TestBrowser(backend.origin, guest.joinLink).call(enterVisit, guestEntry);
});

test('a clinic that can take no money keeps nobody out, nor does a request that was withdrawn', async () => {
	await sellBefore(8_500);
	const entry = { body: { name: 'Jón', acceptedTerms: '1' } };
	await backend.db.paymentAccount.updateMany({ where: { clinicId: clinic.clinicId }, data: { chargesEnabled: false } });
	await client.call(enterVisit, entry);
	expect(await backend.db.payment.count({ where: { attendeeId } })).toBe(0);
	await backend.db.paymentAccount.updateMany({ where: { clinicId: clinic.clinicId }, data: { chargesEnabled: true } });
	await expect(client.call(attendeeTicket, {})).rejects.toMatchObject({ code: 'PAY_FIRST' });
	await backend.db.payment.updateMany({ where: { attendeeId }, data: { status: 'CANCELLED' } });
	await client.call(attendeeTicket, {});
});

test('a price that no card can pay keeps nobody out', async () => {
	await sellBefore(99);
	await client.call(enterVisit, { body: { name: 'Jón', acceptedTerms: '1' } });
	expect(await backend.db.payment.count({ where: { attendeeId } })).toBe(0);
});

test('new terms have to be accepted again, and the first consent keeps its time', async () => {
	await client.call(enterVisit, { body: { name: 'Jón', acceptedTerms: '1' } });
	const firstConsent = backend.clock.now();
	backend.clock.pass(60_000);
	await client.call(enterVisit, { body: { name: 'Jón', acceptedTerms: '1' } });
	expect((await row()).acceptedTermsAt).toEqual(firstConsent);
	await backend.db.clinic.update({ where: { id: clinic.clinicId }, data: { termsVersion: '2' } });
	await expect(client.call(attendeeTicket, {})).rejects.toMatchObject({ code: 'TERMS_REQUIRED' });
});

test('a ticket is good for two minutes and for the call only', async () => {
	const { ticket } = await client.call(enterVisit, { body: { name: 'Jón', acceptedTerms: '1' } });
	const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' });
	expect(() => backend.tokens.verify('workstation', ticket)).toThrow(refused);
	backend.clock.pass(121_000);
	expect(() => backend.tokens.verify('call', ticket)).toThrow(refused);
});

test('a link that nobody gave opens nothing', async () => {
	const token = new URL(joinLink).hash.slice(1);
	const bytes = Buffer.from(token, 'base64url');
	const flipped = (index: number) => {
		const copy = Buffer.from(bytes);
		copy[index] = (copy[index] ?? 0) ^ 1;
		return copy.toString('base64url');
	};
	const forgeries = [flipped(0), flipped(19), flipped(20), flipped(35), token.slice(1), `${token}=`, '', 'x'];
	for (const forged of forgeries) {
		await expect(opened(`${backend.origin}/join#${forged}`)).rejects.toMatchObject({ code: 'LINK_INVALID' });
	}
	await expect(opened(backend.links.join(randomUUID(), 1))).rejects.toMatchObject({ code: 'LINK_INVALID' });
});

test('a renewed link replaces the one before', async () => {
	const renewed = await host.call(renewJoinLink, { params: { appointmentId: visit.id, attendeeId } });
	await expect(opened(joinLink)).rejects.toMatchObject({ code: 'LINK_INVALID' });
	expect(await opened(renewed.joinLink)).toMatchObject({ attendeeId });
});

test('a link expires a day after the visit’s end', async () => {
	const end = Date.parse(visit.endsAt) - backend.clock.now().getTime();
	backend.clock.pass(end + 24 * HOUR);
	expect(await opened(joinLink)).toMatchObject({ attendeeId });
	backend.clock.pass(1);
	await expect(opened(joinLink)).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
});

test('a cancelled visit is closed to everybody', async () => {
	await host.call(cancelAppointment, { params: { appointmentId: visit.id } });
	await expect(opened(joinLink)).rejects.toMatchObject({ code: 'VISIT_CANCELLED' });
	const ticket = host.call(memberTicket, { params: { appointmentId: visit.id } });
	await expect(ticket).rejects.toMatchObject({ code: 'VISIT_CANCELLED' });
});

test('the professional and the clinic’s manager enter as host, each under their own name', async () => {
	const { browser: manager, memberId: managerId } = await signedIn(backend, clinic.clinicId, 'MANAGER');
	for (const [browser, id] of [
		[host, memberId],
		[manager, managerId],
	] as const) {
		const { ticket } = await browser.call(memberTicket, { params: { appointmentId: visit.id } });
		const claims = { role: 'host', memberId: id, professionalId: memberId, appointmentId: visit.id };
		expect(backend.tokens.verify('call', ticket)).toMatchObject(claims);
	}
	const { ticket } = await host.call(workstationTicket, {});
	expect(backend.tokens.verify('workstation', ticket)).toEqual({ memberId, clinicId: clinic.clinicId });
});

test('a client sees the visits that come after this one, without their links; a guest sees none', async () => {
	const next = await book(50 * HOUR);
	const { visits } = await client.call(listNextVisits, {});
	expect(visits).toMatchObject([{ appointmentId: next.id, startsAt: next.startsAt, serviceName: 'Session' }]);
	expect(JSON.stringify(visits)).not.toContain('/join');
	const guest = await host.call(inviteGuest, { params: { appointmentId: visit.id }, body: { name: 'Guest' } });
	expect(await new TestBrowser(backend.origin, guest.joinLink).call(listNextVisits, {})).toEqual({ visits: [] });
});

test('an admission lasts until the attendee is removed, is let in again, or the visit is over', async () => {
	const progress = createVisitProgress(backend.db, backend.clock.now);
	const admittedAt = backend.clock.now();
	expect(await progress.isStillAdmitted(attendeeId, admittedAt)).toBe(true);
	await progress.attendeeRemoved(attendeeId);
	expect(await progress.isStillAdmitted(attendeeId, admittedAt)).toBe(false);
	backend.clock.pass(1);
	expect(await progress.isStillAdmitted(attendeeId, backend.clock.now())).toBe(true);
	await progress.callStarted(visit.id);
	await progress.callEnded(visit.id);
	expect(await progress.isStillAdmitted(attendeeId, backend.clock.now())).toBe(false);
});

test('a ticket is no proof of an earlier part in the call, nor such a proof a ticket', async () => {
	const { ticket } = await client.call(enterVisit, { body: { name: 'Jón', acceptedTerms: '1' } });
	const now = backend.clock.now().toISOString();
	const record = {
		...{ appointmentId: visit.id, person: `attendee:${attendeeId}`, peerId: randomUUID(), page: 1 },
		...{ since: now, admittedAt: now, startedAt: now, pathEpoch: 3 },
	};
	const token = backend.tokens.sign('resume', record, 60);
	expect(backend.tokens.verify('resume', token)).toEqual(record);
	const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' });
	expect(() => backend.tokens.verify('resume', ticket)).toThrow(refused);
	expect(() => backend.tokens.verify('call', token)).toThrow(refused);
	expect(() => backend.tokens.verify('resume', `${token}x`)).toThrow(refused);
	backend.clock.pass(61_000);
	expect(() => backend.tokens.verify('resume', token)).toThrow(refused);
});

test('a visit’s state follows its call', async () => {
	const progress = createVisitProgress(backend.db, backend.clock.now);
	const status = async () => (await row()).appointment.status;
	await progress.callStarted(visit.id);
	expect(await status()).toBe('IN_PROGRESS');
	await progress.callEnded(visit.id);
	expect(await status()).toBe('DONE');
	expect(await client.call(getVisit, {})).toMatchObject({ ended: true });
	await progress.callStarted(visit.id);
	expect(await status()).toBe('IN_PROGRESS');
});
