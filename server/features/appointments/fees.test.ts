import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	cancelAppointment,
	createAppointment,
	listAppointments,
	listCancellationFees,
	type CancelReason,
} from '../../../shared/contract/appointments.ts';
import { listActivities } from '../../../shared/contract/activities.ts';
import { readCalendar } from '../../../shared/contract/calendar.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

interface Rules {
	paymentsEnabled?: boolean;
	/** Until how many hours before the visit clients cancel free of charge; null for a professional without a rule. */
	freeCancelHours?: number | null;
}

/** A visit a day ahead at a clinic that charges half of the price for late cancellations. */
async function lateVisit({ paymentsEnabled = true, freeCancelHours = 720 }: Rules = {}) {
	const clinic = await createClinic(backend.db);
	const { clinicId: id, serviceId, clientId } = clinic;
	const stripeAccountId = paymentsEnabled ? `acct_${id}` : null;
	await backend.db.clinic.update({
		where: { id },
		data: { lateFeePercent: 50, paymentsEnabled, stripeAccountId },
	});
	const { browser, memberId } = await signedIn(backend, id);
	if (freeCancelHours !== null) {
		await backend.db.bookingRules.create({
			data: {
				...{ memberId, slug: memberId, published: false, headline: '', about: '', stepMinutes: 30, noticeMinutes: 0 },
				...{ horizonDays: 90, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, freeCancelHours },
			},
		});
	}
	const visit = await browser.call(createAppointment, {
		body: { client: { id: clientId }, serviceId, startsAt: '2026-03-03T10:00:00Z' },
	});
	const cancel = (chargeFee: boolean, reason: CancelReason = 'BY_CLIENT') =>
		browser.call(cancelAppointment, { params: { appointmentId: visit.id }, body: { reason, chargeFee } });
	const told = async (reason: CancelReason = 'BY_CLIENT') => {
		const query = { reason };
		return (await browser.call(listCancellationFees, { params: { appointmentId: visit.id }, query })).fees;
	};
	const asked = () => backend.db.payment.findMany({ where: { clinicId: id }, orderBy: { amountMinor: 'asc' } });
	return { ...{ clinicId: id, clientId, memberId, visit }, browser, cancel, told, asked };
}

test('the client is asked for the fee once, however often the visit is cancelled', async () => {
	const { cancel, asked, visit, clientId, memberId } = await lateVisit();
	await Promise.all([cancel(true), cancel(true), cancel(true)]);
	expect(await asked()).toMatchObject([
		{
			...{ appointmentId: visit.id, attendeeId: visit.attendees[0]?.id, clientId, requestedById: memberId },
			...{ amountMinor: 9750, currency: 'ISK', status: 'REQUESTED', method: 'CARD' },
			description: expect.stringContaining('Gjald fyrir of seina afbókun: Session'),
		},
	]);
});

test('the mail about the cancellation says what is asked for, and nothing of a fee where there is none', async () => {
	const [charged, waived] = [await lateVisit(), await lateVisit()];
	await charged.cancel(true);
	await waived.cancel(false);
	const mailOf = async ({ clinicId }: { clinicId: string }) => {
		const mails = await backend.db.message.findMany({ where: { clinicId }, select: { subject: true, text: true } });
		return mails.find(({ subject }) => subject?.includes('afbókaður'))?.text;
	};
	expect((await mailOf(charged))?.replaceAll(/\s/g, ' ')).toContain('krefst Clinic 9.750 kr. í gjald vegna þessa.');
	expect(await mailOf(waived)).not.toContain('gjalds');
});

test('a fee that is waived, and a visit that the clinic cancels, ask for nothing', async () => {
	const [waived, byClinic] = [await lateVisit(), await lateVisit()];
	await waived.cancel(false);
	await byClinic.cancel(true, 'BY_PROFESSIONAL');
	expect([...(await waived.asked()), ...(await byClinic.asked())]).toEqual([]);
});

test('the professional is told of the fee beforehand, less what was received', async () => {
	const [late, waits] = [await lateVisit(), await lateVisit({ paymentsEnabled: false })];
	expect(await late.told()).toEqual([{ amountMinor: 9750, currency: 'ISK' }]);
	expect(await late.told('BY_PROFESSIONAL')).toEqual([]);
	expect(await waits.told()).toEqual([]);
	const { clinicId, clientId, memberId, visit } = late;
	const [attendeeId = ''] = visit.attendees.map(({ id }) => id);
	await backend.db.payment.create({
		data: {
			...{ id: randomUUID(), clinicId, clientId, attendeeId, appointmentId: visit.id, requestedById: memberId },
			...{ amountMinor: 2000, currency: 'ISK', description: 'Session', method: 'CASH', status: 'RECEIVED' },
			...{ requestedAt: new Date(0), receivedAt: new Date(0) },
		},
	});
	expect(await late.told()).toEqual([{ amountMinor: 7750, currency: 'ISK' }]);
	await late.cancel(true);
	expect(await late.asked()).toMatchObject([{ amountMinor: 2000 }, { amountMinor: 7750, status: 'REQUESTED' }]);
	expect(await late.told()).toEqual([]);
});

test('a cancelled visit owes nothing but the fee that was asked for, until that is withdrawn or went back', async () => {
	const { browser, visit, cancel, asked } = await lateVisit();
	const period = { from: '2026-03-03T00:00:00Z', to: '2026-03-04T00:00:00Z' };
	const due = async () => {
		const { appointments } = await browser.call(listAppointments, { query: period });
		const { activities } = await browser.call(listActivities, { query: {} });
		const { visits } = await browser.call(readCalendar, { query: period });
		const amounts = [appointments, activities].map(([each]) => each?.attendees[0]?.amountMinor);
		return [...amounts, visits[0]?.dueMinor];
	};
	expect(await due()).toEqual([19_500, 19_500, 19_500]);
	await cancel(true);
	expect(await due()).toEqual([9750, 9750, 9750]);
	const [request] = await asked();
	const where = { id: request?.id ?? '' };
	await backend.db.payment.update({ where, data: { status: 'RECEIVED', receivedAt: new Date(0), refundedMinor: 750 } });
	expect(await due()).toEqual([9000, 9000, 9000]);
	await backend.db.payment.update({ where, data: { status: 'CANCELLED', receivedAt: null, refundedMinor: 0 } });
	expect(await due()).toEqual([0, 0, 0]);
	const { appointments } = await browser.call(listAppointments, { query: period });
	expect(appointments).toMatchObject([{ id: visit.id, amountMinor: 19_500 }]);
});

test('late is what the professional says: neither in time nor without a rule is anything asked for', async () => {
	const [inTime, without] = [await lateVisit({ freeCancelHours: 2 }), await lateVisit({ freeCancelHours: null })];
	await inTime.cancel(true);
	await without.cancel(true);
	expect([...(await inTime.asked()), ...(await without.asked())]).toEqual([]);
});

test('without payments the visit stays until the fee is waived', async () => {
	const { cancel, visit } = await lateVisit({ paymentsEnabled: false });
	await expect(cancel(true)).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
	expect(await backend.db.appointment.findUnique({ where: { id: visit.id } })).toMatchObject({ status: 'PLANNED' });
});
