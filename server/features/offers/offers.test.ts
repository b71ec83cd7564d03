import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { createAppointment, inviteGuest, type Appointment } from '../../../shared/contract/appointments.ts';
import { listBookableTimes } from '../../../shared/contract/booking.ts';
import { getOwnOffer, listOffers, offerTimes, takeOffer, withdrawOffer } from '../../../shared/contract/offers.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { readOutbox } from '../../testing/outbox.ts';

let backend: TestBackend;
let host: TestBrowser;
let visit: Appointment;
let client: TestBrowser;
let clinic: Awaited<ReturnType<typeof createClinic>>;
const slug = 'anna-demo';
/** Tuesday, a week after the visit. */
const times = ['2026-03-10T10:00:00.000Z', '2026-03-10T11:00:00.000Z'] as const;

beforeEach(async () => {
	backend = await startTestBackend();
	clinic = await createClinic(backend.db);
	const member = await signedIn(backend, clinic.clinicId);
	host = member.browser;
	const { memberId } = member;
	const { officeId, serviceId, clientId } = clinic;
	// Tuesdays from 10 to 13.
	const hours = { weekday: 2, startMinute: 600, endMinute: 780 };
	await backend.db.workingHours.create({ data: { ...hours, id: randomUUID(), memberId, officeId } });
	await backend.db.bookingRules.create({
		data: {
			...{ memberId, slug, published: true, headline: '', about: '', stepMinutes: 30, noticeMinutes: 0 },
			...{ horizonDays: 90, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, freeCancelHours: 24 },
		},
	});
	const body = { client: { id: clientId }, serviceId, startsAt: '2026-03-03T10:00:00Z' };
	visit = await host.call(createAppointment, { body });
	client = new TestBrowser(backend.origin, visit.attendees[0]?.joinLink);
	return () => backend.close();
});

const offer = (startTimes: readonly string[] = times, more = {}) =>
	host.call(offerTimes, {
		params: { appointmentId: visit.id },
		body: {
			...{ attendeeId: visit.attendees[0]?.id ?? '', serviceId: clinic.serviceId, officeId: clinic.officeId },
			...{ startTimes: [...startTimes], ...more },
		},
	});
const take = (offerId: string, startsAt: string = times[0]) =>
	client.call(takeOffer, { params: { offerId }, body: { startsAt } });
const own = async () => (await client.call(getOwnOffer, {})).offer;
const bookable = async () => {
	const { serviceId, officeId } = clinic;
	const query = { serviceId, officeId, from: '2026-03-10', days: 1 };
	const { days } = await new TestBrowser(backend.origin).call(listBookableTimes, { params: { slug }, query });
	return days.flatMap(({ startTimes }) => startTimes);
};
const booked = () => backend.db.appointment.findMany({ where: { startsAt: { gt: new Date('2026-03-04') } } });
const news = () =>
	backend.toolNews.filter(({ appointmentId, tool }) => appointmentId === visit.id && tool === 'booking');

test('the client sees what is offered, nobody else does; what they pick is booked and confirmed', async () => {
	expect(await own()).toBeNull();
	const made = await offer();
	expect(news()).toHaveLength(1);
	expect(await own()).toEqual(made);
	expect(made).toMatchObject({ status: 'OPEN', startTimes: times, durationMinutes: 50 });
	// Held: the ones that overlap them are not offered to visitors either.
	expect(await bookable()).toEqual(['2026-03-10T12:00:00.000Z']);
	const taken = await take(made.id, times[1]);
	expect(taken).toMatchObject({ status: 'TAKEN', takenStartsAt: times[1] });
	expect(news()).toHaveLength(2);
	const { offers } = await host.call(listOffers, { params: { appointmentId: visit.id } });
	expect(offers).toEqual([taken]);
	expect(await booked()).toMatchObject([{ startsAt: new Date(times[1]), status: 'PLANNED' }]);
	const letters = await readOutbox(backend.origin, 'jon@example.com');
	expect(letters.map(({ text }) => text)).toContainEqual(expect.stringContaining('10. mars 2026, kl. 11:00'));
	expect(await bookable()).toEqual([times[0], '2026-03-10T12:00:00.000Z']);
});

test('one that was withdrawn, replaced or has expired says so, holds nothing and cannot be taken', async () => {
	const first = await offer();
	await host.call(withdrawOffer, { params: { offerId: first.id } });
	expect(await own()).toMatchObject({ id: first.id, status: 'WITHDRAWN' });
	expect(await bookable()).toContain(times[0]);
	backend.clock.pass(1);
	const second = await offer([times[0]]);
	backend.clock.pass(1);
	const third = await offer([times[1]]);
	expect(await own()).toMatchObject({ id: third.id, status: 'OPEN' });
	expect(await bookable()).toContain(times[0]);
	await expect(take(third.id, times[0])).rejects.toMatchObject({ code: 'WRONG_STATE' });
	backend.clock.pass(10 * 60_000);
	expect(await own()).toMatchObject({ id: third.id, status: 'EXPIRED' });
	expect(await bookable()).toContain(times[1]);
	for (const { id, startTimes } of [first, second, third]) {
		await expect(take(id, startTimes[0])).rejects.toMatchObject({ code: 'WRONG_STATE' });
	}
	expect(await booked()).toEqual([]);
});

test('of many presses at once one books', async () => {
	const { id } = await offer();
	const presses = Array.from({ length: 6 }, (_, nth) => take(id, times[nth % 2]));
	const answers = await Promise.allSettled(presses);
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const answer of answers) {
		if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'WRONG_STATE' });
	}
	expect(await booked()).toHaveLength(1);
	await expect(host.call(withdrawOffer, { params: { offerId: id } })).rejects.toMatchObject({ code: 'WRONG_STATE' });
});

test('who was quicker is not named, and the other time can still be taken', async () => {
	const { id } = await offer();
	const other = { name: 'Somebody Demo', email: 'somebody@example.com', locale: 'en' as const };
	await host.call(createAppointment, {
		body: { client: other, serviceId: clinic.serviceId, startsAt: '2026-03-10T10:30:00Z', durationMinutes: 30 },
	});
	const refusal = await take(id).catch((error: unknown) => error);
	expect(refusal).toMatchObject({ code: 'TIME_NOT_FREE' });
	expect(JSON.stringify(refusal)).not.toContain('Somebody');
	expect(await take(id, times[1])).toMatchObject({ status: 'TAKEN' });
});

test('only free times are offered, to clients of this visit, by who may', async () => {
	await expect(offer(['2026-03-10T15:00:00Z'])).rejects.toMatchObject({ code: 'TIME_NOT_FREE' });
	const guest = await host.call(inviteGuest, { params: { appointmentId: visit.id }, body: { name: 'Guest Demo' } });
	await expect(offer(times, { attendeeId: guest.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	const made = await offer();
	const colleague = (await signedIn(backend, clinic.clinicId)).browser;
	const withdrawing = colleague.call(withdrawOffer, { params: { offerId: made.id } });
	await expect(withdrawing).rejects.toMatchObject({ code: 'NOT_FOUND' });
	client = new TestBrowser(backend.origin, guest.joinLink);
	await expect(take(made.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
	expect(await own()).toBeNull();
});
