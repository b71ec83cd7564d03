import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { cancelAppointment, createAppointment } from '../../../shared/contract/appointments.ts';
import { cancelOwnVisit } from '../../../shared/contract/ownVisit.ts';
import { getOwnPage, requestOwnPage } from '../../../shared/contract/ownPage.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

const email = 'jon@example.com';
const HOUR_MS = 3_600_000;
let backend: TestBackend;
let host: TestBrowser;
let memberId: string;
let clinic: Awaited<ReturnType<typeof createClinic>>;
beforeEach(async () => {
	backend = await startTestBackend();
	clinic = await createClinic(backend.db);
	({ browser: host, memberId } = await signedIn(backend, clinic.clinicId));
	return () => backend.close();
});

const book = (startsAt: string) =>
	host.call(createAppointment, {
		body: {
			client: { id: clinic.clientId },
			serviceId: clinic.serviceId,
			startsAt,
			notify: false,
			confirm: ['OUTSIDE_HOURS'],
		},
	});
const mails = () => backend.db.message.findMany({ where: { to: email }, orderBy: { createdAt: 'asc' } });
const linkIn = (text = '') => /\S+\/my#\S+/.exec(text)?.[0] ?? '';

/** The client's page, by the link that was sent last. */
async function ownPage(): Promise<TestBrowser> {
	await new TestBrowser(backend.origin).call(requestOwnPage, { body: { email } });
	return new TestBrowser(backend.origin, linkIn((await mails()).at(-1)?.text));
}

test('the link in the mail leads to all visits: what comes soonest first, what was newest first', async () => {
	const first = await book('2026-03-02T09:00:00Z');
	const cancelled = await book('2026-03-03T09:00:00Z');
	await host.call(cancelAppointment, { params: { appointmentId: cancelled.id }, body: { notify: false } });
	const later = await book('2026-03-05T09:00:00Z');
	const soon = await book('2026-03-04T09:00:00Z');
	backend.clock.pass(3 * HOUR_MS);

	const { coming, past, ...about } = await (await ownPage()).call(getOwnPage, {});
	expect(about).toMatchObject({ clientName: 'Jón Demo', clinic: { name: 'Clinic' }, bookable: [] });
	expect(coming.map(({ startsAt }) => Date.parse(startsAt))).toEqual(
		[soon, later].map(({ startsAt }) => Date.parse(startsAt)),
	);
	expect(coming[0]).toMatchObject({
		...{ serviceName: 'Session', professionalName: 'Anna Demo', joinLink: soon.attendees[0]?.joinLink },
	});
	expect(past).toMatchObject([
		{ id: cancelled.attendees[0]?.id, status: 'CANCELLED', joinLink: null, changeLink: null },
		{ id: first.attendees[0]?.id, joinLink: null, changeLink: null },
	]);
});

test('what the page leads to works: the visit is cancelled, and is among the past ones then', async () => {
	await book('2026-03-04T09:00:00Z');
	const page = await ownPage();
	const { coming } = await page.call(getOwnPage, {});
	await new TestBrowser(backend.origin, coming[0]?.changeLink ?? '').call(cancelOwnVisit, {});
	expect(await page.call(getOwnPage, {})).toMatchObject({ coming: [], past: [{ status: 'CANCELLED' }] });
});

test('a visit that runs can be joined, not changed; one at an office has no link into a call', async () => {
	const office = { id: randomUUID(), clinicId: clinic.clinicId, name: 'Main street', kind: 'PHYSICAL' as const };
	await backend.db.office.create({ data: office });
	const { clinicId, serviceId } = clinic;
	await backend.db.serviceOffice.create({ data: { clinicId, serviceId, officeId: office.id } });
	await book('2026-03-02T08:30:00Z');
	await host.call(createAppointment, {
		body: {
			...{ client: { id: clinic.clientId }, serviceId, officeId: office.id, startsAt: '2026-03-02T12:00:00Z' },
			...{ notify: false, confirm: ['OUTSIDE_HOURS'] },
		},
	});
	backend.clock.pass(0.75 * HOUR_MS);
	const { coming } = await (await ownPage()).call(getOwnPage, {});
	expect(coming).toMatchObject([
		{ joinLink: expect.stringContaining('/join#'), changeLink: null },
		{ joinLink: null, changeLink: expect.stringContaining('/join?change#'), office: { name: 'Main street' } },
	]);
});

test('a professional with a public page can be booked again', async () => {
	await book('2026-03-04T09:00:00Z');
	await backend.db.bookingRules.create({
		data: {
			...{ memberId, slug: 'anna', published: true, headline: '', about: '', freeCancelHours: 24 },
			...{ stepMinutes: 30, noticeMinutes: 0, horizonDays: 90, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
		},
	});
	const { bookable } = await (await ownPage()).call(getOwnPage, {});
	expect(bookable).toEqual([{ slug: 'anna', name: 'Anna Demo' }]);
});

test('each clinic that knows the address sends its own mail, in the language of its client', async () => {
	const other = await createClinic(backend.db);
	await backend.db.client.update({ where: { id: other.clientId }, data: { locale: 'de' } });
	await book('2026-03-04T09:00:00Z');
	await new TestBrowser(backend.origin).call(requestOwnPage, { body: { email: 'JON@example.com' } });
	const pages = await Promise.all(
		(await mails()).map(({ text }) => new TestBrowser(backend.origin, linkIn(text)).call(getOwnPage, {})),
	);
	expect(pages.map(({ coming }) => coming.length).toSorted()).toEqual([0, 1]);
	expect((await mails()).map(({ subject }) => subject).toSorted()).toEqual([
		'Ihre Termine bei Clinic',
		'Tímarnir þínir hjá Clinic',
	]);
});

test('an address that nobody has is answered alike, and nothing is sent', async () => {
	const asked = await new TestBrowser(backend.origin).send(requestOwnPage, { body: { email: 'nobody@example.com' } });
	expect([asked.status, await backend.db.message.count()]).toEqual([200, 0]);
});

test('the link works for an hour, and no other token opens the page', async () => {
	const visit = await book('2026-03-04T09:00:00Z');
	const page = await ownPage();
	backend.clock.pass(HOUR_MS - 1_000);
	await page.call(getOwnPage, {});
	backend.clock.pass(2_000);
	await expect(page.call(getOwnPage, {})).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
	const byJoinLink = new TestBrowser(backend.origin, visit.attendees[0]?.joinLink);
	await expect(byJoinLink.call(getOwnPage, {})).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
});

test('somebody who asks again and again is told to wait', async () => {
	const ask = () => new TestBrowser(backend.origin).call(requestOwnPage, { body: { email } });
	await Promise.all([ask(), ask(), ask()]);
	await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
	expect(await mails()).toHaveLength(3);
});

test('the page shows what the client was asked to pay by card and has not, with the way to pay it', async () => {
	const visit = await book('2026-03-04T09:00:00Z');
	const { clinicId, clientId } = clinic;
	const asked = { clinicId, clientId, appointmentId: visit.id, requestedById: memberId, currency: 'ISK' as const };
	const rows = (['REQUESTED', 'FAILED', 'RECEIVED', 'CANCELLED'] as const).map((status, nth) => ({
		...{ ...asked, id: randomUUID(), status, amountMinor: 1_000 + nth, description: status },
		...{ requestedAt: new Date(nth), receivedAt: status === 'RECEIVED' ? new Date(nth) : null },
	}));
	await backend.db.payment.createMany({ data: rows });
	const { toPay } = await (await ownPage()).call(getOwnPage, {});
	expect(toPay).toMatchObject([
		{ description: 'REQUESTED', amountMinor: 1_000, payLink: expect.stringContaining('/pay#') },
		{ description: 'FAILED', amountMinor: 1_001 },
	]);
});
