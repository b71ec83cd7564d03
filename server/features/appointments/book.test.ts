import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	cancelAppointment,
	createAppointment,
	getAppointment,
	inviteGuest,
	listAppointments,
	listClientAppointments,
	renewJoinLink,
} from '../../../shared/contract/appointments.ts';
import { listClients } from '../../../shared/contract/clients.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let browser: TestBrowser;
let memberId: string;
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	({ browser, memberId } = await signedIn(backend, clinic.clinicId));
});
afterAll(() => backend.close());

const clinicOf = ({ clinicId }: { clinicId: string }) => ({ clinicId });
const startsAt = '2026-03-03T10:00:00Z';
const book = (at = startsAt) =>
	browser.call(createAppointment, {
		body: { client: { id: clinic.clientId }, serviceId: clinic.serviceId, startsAt: at },
	});

test('a booked visit has the price, the length and the office of the catalogue', async () => {
	const booked = await book();
	expect(booked).toMatchObject({
		startsAt: '2026-03-03T10:00:00.000Z',
		endsAt: '2026-03-03T10:50:00.000Z',
		status: 'PLANNED',
		amountMinor: 19_500,
		receivedMinor: 0,
		office: { id: clinic.officeId, kind: 'VIDEO' },
		professional: { id: memberId },
		attendees: [{ kind: 'CLIENT', clientId: clinic.clientId, name: 'Jón Demo' }],
	});
	expect(await browser.call(getAppointment, { params: { appointmentId: booked.id } })).toEqual(booked);
	expect(await browser.call(listClientAppointments, { params: clinic })).toEqual({ appointments: [booked] });
});

test('somebody new is put into the records with the visit', async () => {
	const client = { name: 'Kasia Demo', email: 'kasia@example.com', locale: 'pl' as const };
	const { serviceId } = clinic;
	const booked = await browser.call(createAppointment, { body: { client, serviceId, startsAt, amountMinor: 0 } });
	expect(booked.amountMinor).toBe(0);
	const { clients } = await browser.call(listClients, { query: { search: 'kasia' } });
	expect(clients).toMatchObject([{ ...client, id: booked.attendees[0]?.clientId, nextVisitAt: booked.startsAt }]);
});

test('the past is asked about, except what began in the last ten minutes', async () => {
	const failure = await book('2026-03-02T07:49:00Z').catch((error: unknown) => error);
	const conflicts = [{ kind: 'PAST', wantedAt: '2026-03-02T07:49:00.000Z' }];
	expect(failure).toMatchObject({ code: 'CONFIRMATION_NEEDED', details: { conflicts } });
	expect(await book('2026-03-02T07:51:00Z')).toMatchObject({ status: 'PLANNED' });
});

test('a taken time is answered with the visit in the way, and nothing is told to anybody', async () => {
	const first = await book();
	const mailsBefore = await backend.db.message.count({ where: { clinicId: clinic.clinicId } });
	const failure = await book('2026-03-03T10:30:00Z').catch((error: unknown) => error);
	expect(failure).toBeInstanceOf(SamtalError);
	expect(failure).toMatchObject({
		code: 'SLOT_TAKEN',
		details: {
			conflicts: [
				{ kind: 'VISIT', appointmentId: first.id, startsAt: first.startsAt, endsAt: first.endsAt, name: 'Jón Demo' },
			],
		},
	});
	expect(await backend.db.message.count({ where: { clinicId: clinic.clinicId } })).toBe(mailsBefore);
	expect(await book('2026-03-03T10:50:00Z')).toMatchObject({ status: 'PLANNED' });
});

test('of 200 people who want one time in the same instant exactly one gets it', async () => {
	const answers = await Promise.allSettled(Array.from({ length: 200 }, () => book()));
	const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
	expect(refusals).toHaveLength(199);
	expect(new Set(refusals.map((reason) => reason.code))).toEqual(new Set(['SLOT_TAKEN']));
	expect(await backend.db.appointment.count({ where: { professionalId: memberId } })).toBe(1);
	expect(await backend.db.message.count({ where: { clinicId: clinic.clinicId } })).toBe(1);
});

test('of many times that are wanted at once each goes to one, and those who get none hear of that visit', async () => {
	const colleague = await signedIn(backend, clinic.clinicId);
	const wishes = [0, 30, 60, 90, 120, 150, 180].flatMap((minutes) =>
		[browser, colleague.browser].map((own) => ({ own, startsAt: new Date(Date.parse(startsAt) + minutes * 60_000) })),
	);
	const { clientId, serviceId } = clinic;
	const outcomes = await Promise.allSettled(
		wishes.map(({ own, startsAt: at }) =>
			own.call(createAppointment, { body: { client: { id: clientId }, serviceId, startsAt: at.toISOString() } }),
		),
	);
	const visits = await backend.db.appointment.findMany({ where: clinicOf(clinic), include: { attendees: true } });
	const booked = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.id] : []));
	expect(new Set(visits.map(({ id }) => id))).toEqual(new Set(booked));
	expect(visits.map(({ attendees }) => attendees.length)).toEqual(visits.map(() => 1));
	expect(await backend.db.message.count({ where: clinicOf(clinic) })).toBe(visits.length);
	const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
	expect(refusals).toHaveLength(wishes.length - booked.length);
	for (const refusal of refusals) {
		expect(refusal.code).toBe('SLOT_TAKEN');
		for (const { appointmentId } of refusal.details.conflicts) expect(booked).toContain(appointmentId);
		expect(refusal.details.conflicts).not.toEqual([]);
	}
});

test('a wish that the database cannot take harms none that comes with it', async () => {
	const { serviceId } = clinic;
	const newcomer = (name: string, hour: number) => ({
		body: { client: { name, email: 'new@example.com' }, serviceId, startsAt: `2026-03-04T${hour}:00:00Z` },
	});
	const outcomes = await Promise.allSettled(
		['Jón Demo', 'No \u0000 Demo', 'Ása Demo'].map((name, nth) =>
			browser.call(createAppointment, newcomer(name, 10 + nth)),
		),
	);
	expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(await backend.db.client.count({ where: { ...clinicOf(clinic), email: 'new@example.com' } })).toBe(2);
});

test('a cancelled visit frees its time, once and for good', async () => {
	const { id: appointmentId } = await book();
	const cancelled = await browser.call(cancelAppointment, { params: { appointmentId } });
	expect(cancelled.status).toBe('CANCELLED');
	expect(await browser.call(cancelAppointment, { params: { appointmentId } })).toEqual(cancelled);
	expect(await book()).toMatchObject({ status: 'PLANNED' });
	const mails = await backend.db.message.findMany({ where: { clinicId: clinic.clinicId } });
	expect(mails).toHaveLength(3);
});

test('that somebody did not come is known only when the visit has begun', async () => {
	const { id: appointmentId } = await book();
	const missed = { params: { appointmentId }, body: { reason: 'NO_SHOW' as const } };
	await expect(browser.call(cancelAppointment, missed)).rejects.toMatchObject({ code: 'VALIDATION' });
	const { db, clock } = backend;
	const past = { startsAt: new Date(clock.now().getTime() - 60_000), endsAt: clock.now() };
	await db.appointment.update({ where: { id: appointmentId }, data: past });
	expect(await browser.call(cancelAppointment, missed)).toMatchObject({ status: 'CANCELLED', cancelReason: 'NO_SHOW' });
});

test('a visit that is done cannot be cancelled', async () => {
	const { id: appointmentId } = await book();
	await backend.db.appointment.update({ where: { id: appointmentId }, data: { status: 'DONE' } });
	const answer = browser.call(cancelAppointment, { params: { appointmentId } });
	await expect(answer).rejects.toMatchObject({ code: 'WRONG_STATE' });
});

test('the calendar shows a professional their own visits, a manager everybody’s', async () => {
	const own = await book();
	const { browser: colleague } = await signedIn(backend, clinic.clinicId);
	const { browser: manager } = await signedIn(backend, clinic.clinicId, 'MANAGER');
	const query = { from: '2026-03-03T10:30:00Z', to: '2026-03-03T11:00:00Z' };
	expect(await browser.call(listAppointments, { query })).toEqual({ appointments: [own] });
	expect(await manager.call(listAppointments, { query })).toEqual({ appointments: [own] });
	expect(await colleague.call(listAppointments, { query })).toEqual({ appointments: [] });
	const after = { from: own.endsAt, to: '2026-03-03T12:00:00Z' };
	expect(await browser.call(listAppointments, { query: after })).toEqual({ appointments: [] });
});

test('a guest gets a link of their own, and a renewed link is another one', async () => {
	const { id: appointmentId, attendees } = await book();
	const guest = await browser.call(inviteGuest, { params: { appointmentId }, body: { name: 'Interpreter' } });
	expect(guest).toMatchObject({ kind: 'GUEST', clientId: null });
	expect(guest.joinLink).not.toBe(attendees[0]?.joinLink);
	const renewed = await browser.call(renewJoinLink, { params: { appointmentId, attendeeId: guest.id } });
	expect(renewed).toEqual({ ...guest, joinLink: renewed.joinLink });
	expect(renewed.joinLink).not.toBe(guest.joinLink);
});

test('the people in a call are told of a visit that is booked in it', async () => {
	const { id: duringAppointmentId } = await book();
	const { clientId, serviceId } = clinic;
	const next = { client: { id: clientId }, serviceId, startsAt: '2026-03-10T10:00:00Z', duringAppointmentId };
	await browser.call(createAppointment, { body: next });
	expect(backend.toolNews).toContainEqual({ appointmentId: duringAppointmentId, tool: 'booking' });
});
