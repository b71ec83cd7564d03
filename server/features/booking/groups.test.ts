import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAttachments } from '../../adapters/mail/attachments.ts';
import { cancelAppointment, createAppointment, getAppointment } from '../../../shared/contract/appointments.ts';
import { getBookingPage } from '../../../shared/contract/booking.ts';
import { bookPlace, getOwnWaiting, leaveWaitingList } from '../../../shared/contract/groupPlaces.ts';
import { getOwnPage } from '../../../shared/contract/ownPage.ts';
import { cancelOwnVisit } from '../../../shared/contract/ownVisit.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { signedIn } from '../../testing/clinic.ts';
import { coming, startsAt } from '../appointments/group/testing/group.ts';
import { linkIn, openGroupPage } from './testing/groupPage.ts';

let backend: TestBackend;
beforeAll(async () => {
	// Monday; the groups meet on Tuesday at 10:00.
	backend = await startTestBackend({ startAt: '2026-03-02T08:00:00Z' });
});
afterAll(() => backend.close());

const waits = { waits: true };
const someone = () => `${randomUUID()}@example.com`;

test('the page shows a group with its dates, places and places left, and no word of who comes or waits', async () => {
	const { visitor, slug, serviceId, officeId, dates, book, visit } = await openGroupPage(backend, 2);
	const page = await visitor.call(getBookingPage, { params: { slug } });
	expect(page).toMatchObject({ services: [{ id: serviceId, capacity: 2, officeIds: [officeId] }], free: null });
	const date = { id: visit.id, startsAt: '2026-03-03T10:00:00.000Z', endsAt: '2026-03-03T10:50:00.000Z' };
	const shown = { ...date, office: { name: 'Video', kind: 'VIDEO' }, amountMinor: 19_500, currency: 'ISK' as const };
	expect(await dates()).toEqual([{ ...shown, placesLeft: 1 }]);
	await book();
	await book(waits);
	expect(await dates()).toEqual([{ ...shown, placesLeft: 0 }]);
});

test.each([
	['sooner than the notice', { rules: { noticeMinutes: 27 * 60 } }],
	['beyond the horizon', { rules: { horizonDays: 1 }, laterMs: 24 * 3_600_000 }],
	['of a service that clients do not book', { service: { bookable: false } }],
	['of a service that was put away', { service: { archivedAt: new Date(0) } }],
])('a date %s is not shown, and nobody books it', async (_, { rules = {}, service = {}, laterMs = 0 }: Hidden) => {
	const { visitor, slug, serviceId, dates, book, clinicId, visit } = await openGroupPage(backend, 2, rules);
	const [start, end] = [visit.startsAt, visit.endsAt].map((time) => new Date(Date.parse(time) + laterMs));
	if (start && end)
		await backend.db.appointment.update({ where: { id: visit.id }, data: { startsAt: start, endsAt: end } });
	await backend.db.service.update({ where: { id: serviceId }, data: service });
	expect((await visitor.call(getBookingPage, { params: { slug } })).services).toEqual([]);
	expect(await dates()).toEqual([]);
	const code = expect.stringMatching(/^(TIME_NOT_FREE|NOT_FOUND)$/);
	await expect(book(waits)).rejects.toMatchObject({ code });
	expect(await backend.db.client.count({ where: { clinicId } })).toBe(1);
});
interface Hidden {
	rules?: object;
	service?: object;
	laterMs?: number;
}

test('a colleague’s group, and one that was cancelled, are not booked on this page', async () => {
	const { slug, visitor, form, browser, params } = await openGroupPage(backend, 2);
	const other = await openGroupPage(backend, 2);
	const elsewhere = { ...form(), params: { slug, appointmentId: other.visit.id } };
	await expect(visitor.call(bookPlace, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
	await browser.call(cancelAppointment, { params });
	await expect(visitor.call(bookPlace, form())).rejects.toMatchObject({ code: 'VISIT_CANCELLED' });
});

test('a place is booked: link and calendar file go to the address, the professional hears of it, the consent is kept', async () => {
	const { book, mailsTo, browser, params, clinicId } = await openGroupPage(backend, 3);
	const email = someone();
	const answer = await book({ email });
	expect(answer).toMatchObject({ outcome: 'BOOKED', startsAt: '2026-03-03T10:00:00.000Z' });
	expect(JSON.stringify(answer)).not.toContain('#');
	expect(coming(await browser.call(getAppointment, { params }))).toEqual(['Jón Demo', 'Vera Visitor']);
	const attendee = await backend.db.attendee.findFirstOrThrow({ where: { clinicId, name: 'Vera Visitor' } });
	expect(attendee).toMatchObject({ acceptedTerms: '1', acceptedTermsAt: backend.clock.now() });
	const [mail, ...others] = await mailsTo(email);
	// On the client's clock.
	expect(mail?.text).toContain('11:00');
	expect(mail?.text).toContain('Cancel your place');
	expect(mail?.text).toContain(backend.links.join(attendee.id, 1));
	expect(JSON.stringify(readAttachments(mail?.attachments))).toContain('METHOD:REQUEST');
	expect(others).toEqual([]);
	const news = { clinicId, subject: { startsWith: 'Place booked by a client' } };
	expect(await backend.db.message.findMany({ where: news })).toMatchObject([
		{ text: expect.stringContaining('Vera Visitor') },
	]);
});

test('a client is known by the e-mail address, also when they press twice, and is told of their own visit', async () => {
	const { book, form, visitor, clinicId, browser, params } = await openGroupPage(backend, 4);
	await expect(book({ email: 'JON@example.com' })).rejects.toMatchObject({ code: 'OWN_VISIT' });
	const email = someone();
	const twice = await Promise.all([1, 2].map(() => visitor.send(bookPlace, form({ email }))));
	expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
	expect(await backend.db.client.count({ where: { clinicId, email } })).toBe(1);
	expect(coming(await browser.call(getAppointment, { params }))).toEqual(['Jón Demo', 'Vera Visitor']);
});

test('somebody with a visit elsewhere at that time neither comes nor waits', async () => {
	const { book, clinicId, serviceId } = await openGroupPage(backend, 2);
	const { browser } = await signedIn(backend, clinicId);
	const email = someone();
	await browser.call(createAppointment, { body: { client: { name: 'Ewa Demo', email }, serviceId, startsAt } });
	await expect(book({ email })).rejects.toMatchObject({ code: 'OWN_VISIT' });
	await expect(book({ email, ...waits })).rejects.toMatchObject({ code: 'OWN_VISIT' });
	expect(await backend.db.waitingListEntry.count({ where: { clinicId } })).toBe(0);
});

test('where all is full one is told so, or waits; the mail says where in the line, and the link in it leads out', async () => {
	const { book, mailsTo, dates, clinicId } = await openGroupPage(backend, 1 + 1);
	await book();
	const [first, second] = [someone(), someone()];
	await expect(book({ email: first })).rejects.toMatchObject({ code: 'GROUP_FULL', details: {} });
	expect(await mailsTo(first)).toEqual([]);
	const answer = await book({ email: first, ...waits });
	expect(answer).toMatchObject({ outcome: 'WAITING', service: { name: 'Session' } });
	backend.clock.pass(1_000);
	expect(await book({ email: second, ...waits })).toEqual(answer);
	// Again: nothing changes, nobody is written to twice, and the answer does not tell.
	expect(await book({ email: first, ...waits })).toEqual(answer);
	expect(await mailsTo(first)).toHaveLength(1);

	const [mail] = await mailsTo(second);
	expect(mail?.text).toContain('You are number 2 in line');
	const client = new TestBrowser(backend.origin, linkIn(mail?.text, 'my?waiting'));
	expect(await client.call(getOwnWaiting, {})).toMatchObject({ state: 'WAITING', placeInLine: 2 });
	expect(await backend.db.waitingListEntry.count({ where: { clinicId } })).toBe(2);
	await client.call(leaveWaitingList, {});
	await client.call(leaveWaitingList, {});
	expect(await client.call(getOwnWaiting, {})).toMatchObject({ state: 'OVER', placeInLine: null });
	const left = await backend.db.waitingListEntry.findMany({ where: { clinicId }, include: { client: true } });
	expect(left).toMatchObject([{ client: { email: first } }]);
	expect(await dates()).toMatchObject([{ placesLeft: 0 }]);
});

test('who cancels by the link of the mail makes way for who waits, with the consent that they gave', async () => {
	const { book, mailsTo, clinicId } = await openGroupPage(backend, 2);
	const [comes, waiter] = [someone(), someone()];
	await book({ email: comes });
	await book({ email: waiter, name: 'Wanda Demo', ...waits });
	const agreedAt = backend.clock.now();
	backend.clock.pass(60_000);
	const link = linkIn((await mailsTo(comes))[0]?.text, 'join?change');
	await new TestBrowser(backend.origin, link).call(cancelOwnVisit, {});
	const attendee = await backend.db.attendee.findFirstOrThrow({ where: { clinicId, name: 'Wanda Demo' } });
	expect(attendee).toMatchObject({ cancelledAt: null, acceptedTerms: '1', acceptedTermsAt: agreedAt });
	const mails = await mailsTo(waiter);
	expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
		expect.stringMatching(/^A place is free for you/),
		expect.stringMatching(/^You are on the waiting list/),
	]);
	const old = mails.find(({ subject }) => subject.startsWith('You are on'))?.text;
	const client = new TestBrowser(backend.origin, linkIn(old, 'my?waiting'));
	expect(await client.call(getOwnWaiting, {})).toMatchObject({ state: 'HAS_PLACE', placeInLine: null });
	await client.call(leaveWaitingList, {});
	expect((await backend.db.attendee.findUniqueOrThrow({ where: { id: attendee.id } })).cancelledAt).toBeNull();
});

test('one’s own page shows the place in a group, and what one waits for', async () => {
	const { book, clinicId, serviceId, memberId, browser } = await openGroupPage(backend, 2);
	await book();
	const email = someone();
	await book({ email, ...waits });
	const { id: clientId } = await backend.db.client.findFirstOrThrow({ where: { clinicId, email } });
	const token = backend.tokens.sign('ownPage', { clientId, clinicId }, 3_600);
	const page = new TestBrowser(backend.origin, `${backend.links.ownPage}#${token}`);
	const shown = await page.call(getOwnPage, {});
	expect(shown).toMatchObject({ coming: [], waiting: [{ serviceName: 'Session', placeInLine: 1 }] });
	const leaver = new TestBrowser(backend.origin, shown.waiting[0]?.leaveLink);
	await leaver.call(leaveWaitingList, {});
	expect(await page.call(getOwnPage, {})).toMatchObject({ coming: [], waiting: [] });
	const body = { client: { id: clientId }, serviceId, startsAt: '2026-03-05T10:00:00Z' };
	await browser.call(createAppointment, { body });
	expect((await page.call(getOwnPage, {})).coming).toMatchObject([{ serviceName: 'Session' }]);
	expect(await backend.db.appointment.count({ where: { professionalId: memberId } })).toBe(2);
});

test('other tokens lead to no waiting list', async () => {
	const { visit } = await openGroupPage(backend, 2);
	const link = new TestBrowser(backend.origin, visit.attendees[0]?.joinLink);
	await expect(link.call(getOwnWaiting, {})).rejects.toMatchObject({ code: 'LINK_INVALID' });
	const gone = new TestBrowser(backend.origin, backend.links.waiting(randomUUID(), randomUUID()));
	await expect(gone.call(getOwnWaiting, {})).rejects.toMatchObject({ code: 'LINK_INVALID' });
});
