import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { createAppointment, inviteGuest, type Appointment } from '../../../shared/contract/appointments.ts';
import { cancelOwnVisit, getOwnVisit, listOwnFreeTimes, moveOwnVisit } from '../../../shared/contract/ownVisit.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { readOutbox } from '../../testing/outbox.ts';

let backend: TestBackend;
let host: TestBrowser;
let visit: Appointment;
let client: TestBrowser;
let clinic: Awaited<ReturnType<typeof createClinic>>;
beforeEach(async () => {
	backend = await startTestBackend();
	clinic = await createClinic(backend.db);
	const member = await signedIn(backend, clinic.clinicId);
	host = member.browser;
	// Tuesdays from 10 to 13.
	const hours = { weekday: 2, startMinute: 600, endMinute: 780 };
	const { officeId } = clinic;
	await backend.db.workingHours.create({ data: { ...hours, id: randomUUID(), memberId: member.memberId, officeId } });
	await backend.db.bookingRules.create({
		data: {
			...{ memberId: member.memberId, slug: randomUUID(), published: false, headline: '', about: '' },
			...{ stepMinutes: 30, noticeMinutes: 0, horizonDays: 90, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
			freeCancelHours: 24,
		},
	});
	const { serviceId, clientId } = clinic;
	visit = await host.call(createAppointment, {
		body: { client: { id: clientId }, serviceId, startsAt: '2026-03-03T10:00:00Z' },
	});
	client = new TestBrowser(backend.origin, visit.attendees[0]?.joinLink);
	return () => backend.close();
});

const seen = () => backend.db.appointment.findUniqueOrThrow({ where: { id: visit.id } });
const mails = () => backend.db.message.findMany({ where: { clinicId: clinic.clinicId } });

test('the confirmation leads to the visit, which says until when cancelling is free', async () => {
	const token = new URL(visit.attendees[0]?.joinLink ?? '').hash;
	const [confirmation] = await readOutbox(backend.origin, 'jon@example.com');
	expect(confirmation?.text).toContain(`${backend.origin}/join?change${token}`);
	const before = await seen();
	expect(await client.call(getOwnVisit, {})).toMatchObject({
		...{ freeUntil: '2026-03-02T10:00:00.000Z', isFree: true, canCancel: true, canMove: true, serviceName: 'Session' },
	});
	backend.clock.pass(2 * 3_600_000 + 1);
	expect(await client.call(getOwnVisit, {})).toMatchObject({ isFree: false, canCancel: true });
	expect(await seen()).toEqual(before);
});

test('the client cancels: the time is free, and both are told', async () => {
	await client.call(cancelOwnVisit, {});
	expect(await seen()).toMatchObject({ status: 'CANCELLED', cancelReason: 'BY_CLIENT' });
	const told = (await mails()).map(({ to }) => to).slice(1);
	expect(told.toSorted()).toEqual(['jon@example.com', expect.stringContaining('@example.com')].toSorted());
	expect(told).toHaveLength(2);
	await expect(client.call(cancelOwnVisit, {})).rejects.toMatchObject({ code: 'VISIT_CANCELLED' });
});

/** The clinic charges half of the price for late cancellations, and has a Stripe account or none. */
const chargeHalf = (stripeAccountId: string | null) =>
	backend.db.clinic.update({
		where: { id: clinic.clinicId },
		data: { lateFeePercent: 50, paymentsEnabled: true, stripeAccountId },
	});

test('the client knows what a late cancellation costs, and is asked for no more than that', async () => {
	await chargeHalf(`acct_${clinic.clinicId}`);
	const lateFee = { amountMinor: 9750, currency: 'ISK' as const };
	expect(await client.call(getOwnVisit, {})).toMatchObject({ isFree: true, lateFee });
	backend.clock.pass(2 * 3_600_000 + 1);
	await expect(client.call(cancelOwnVisit, {})).rejects.toMatchObject({ code: 'FEE_CHANGED' });
	expect(await seen()).toMatchObject({ status: 'PLANNED' });
	expect(await client.call(getOwnVisit, {})).toMatchObject({ isFree: false, lateFee });
	expect(await client.call(cancelOwnVisit, { body: { feeMinor: 9750 } })).toEqual({ fee: lateFee });
	expect(await seen()).toMatchObject({ status: 'CANCELLED', cancelReason: 'BY_CLIENT' });
	expect(await backend.db.payment.findMany({ where: { clinicId: clinic.clinicId } })).toMatchObject([
		{ ...lateFee, appointmentId: visit.id, clientId: clinic.clientId, status: 'REQUESTED' },
	]);
});

test('in time nothing is asked for', async () => {
	await chargeHalf(`acct_${clinic.clinicId}`);
	expect(await client.call(cancelOwnVisit, {})).toEqual({ fee: null });
	expect(await backend.db.payment.count({ where: { clinicId: clinic.clinicId } })).toBe(0);
});

test('a clinic that takes no payments lets the client cancel late, and asks for nothing', async () => {
	await chargeHalf(null);
	backend.clock.pass(2 * 3_600_000 + 1);
	expect(await client.call(getOwnVisit, {})).toMatchObject({ isFree: false, lateFee: null });
	expect(await client.call(cancelOwnVisit, {})).toEqual({ fee: null });
	expect(await seen()).toMatchObject({ status: 'CANCELLED' });
	expect(await backend.db.payment.count({ where: { clinicId: clinic.clinicId } })).toBe(0);
});

test('the client moves the visit to a time that is offered, and to no other', async () => {
	const query = { from: '2026-03-03', days: 8 };
	const { days } = await client.call(listOwnFreeTimes, { query });
	const offered = days.at(-1)?.startTimes ?? [];
	expect(offered[0]).toBe('2026-03-10T10:00:00.000Z');
	const unasked = client.call(moveOwnVisit, { body: { startsAt: '2026-03-10T15:00:00Z' } });
	await expect(unasked).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
	const moved = await client.call(moveOwnVisit, { body: { startsAt: offered[0] ?? '' } });
	expect(moved).toMatchObject({ startsAt: offered[0], freeUntil: '2026-03-09T10:00:00.000Z' });
	expect(await seen()).toMatchObject({ startsAt: new Date(offered[0] ?? ''), sequence: 1 });
	expect(await mails()).toHaveLength(3);
});

test('the client moves the visit to no time that the public page would keep back', async () => {
	const times = async () => {
		const { days } = await client.call(listOwnFreeTimes, { query: { from: '2026-03-10', days: 15 } });
		return days.flatMap(({ startTimes }) => startTimes);
	};
	const [near, held, free] = ['2026-03-10T10:00:00.000Z', '2026-03-17T10:00:00.000Z', '2026-03-17T12:00:00.000Z'];
	const far = '2026-03-24T10:00:00.000Z';
	expect(await times()).toEqual(expect.arrayContaining([near, held, free, far]));
	const memberId = visit.professional.id;
	// Nine days of notice and 21 days ahead, from 2 March on.
	const rules = { noticeMinutes: 9 * 1_440, horizonDays: 21 };
	await backend.db.bookingRules.update({ where: { memberId }, data: rules });
	const taken = { startsAt: new Date(held), endsAt: new Date('2026-03-17T11:00:00Z') };
	const expiresAt = new Date('2026-03-02T09:00:00Z');
	await backend.db.slotHold.create({ data: { id: randomUUID(), memberId, expiresAt, ...taken } });
	const offered = await times();
	expect(offered).toContain(free);
	for (const startsAt of [near, held, far]) {
		expect(offered).not.toContain(startsAt);
		const move = client.call(moveOwnVisit, { body: { startsAt } });
		await expect(move).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
	}
	expect(await seen()).toMatchObject({ startsAt: new Date(visit.startsAt), sequence: 0 });
	expect(await client.call(moveOwnVisit, { body: { startsAt: free } })).toMatchObject({ startsAt: free });
});

test('once it began, or for somebody who was only invited, it stays', async () => {
	const guest = await host.call(inviteGuest, { params: { appointmentId: visit.id }, body: { name: 'Guest' } });
	const invited = new TestBrowser(backend.origin, guest.joinLink);
	await expect(invited.call(cancelOwnVisit, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
	backend.clock.pass(Date.parse(visit.startsAt) - backend.clock.now().getTime());
	expect(await client.call(getOwnVisit, {})).toMatchObject({ canCancel: false, canMove: false });
	await expect(client.call(cancelOwnVisit, {})).rejects.toMatchObject({ code: 'VISIT_BEGAN' });
	const move = client.call(moveOwnVisit, { body: { startsAt: '2026-03-10T10:00:00Z' } });
	await expect(move).rejects.toMatchObject({ code: 'VISIT_BEGAN' });
	expect(await seen()).toMatchObject({ status: 'PLANNED', startsAt: new Date(visit.startsAt) });
});
