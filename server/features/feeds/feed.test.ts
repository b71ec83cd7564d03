import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelAppointment, createAppointment } from '../../../shared/contract/appointments.ts';
import * as contract from '../../../shared/contract/feeds.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let own: Awaited<ReturnType<typeof createClinic>>;
let browser: TestBrowser;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());
beforeEach(async () => {
	own = await createClinic(backend.db);
	({ browser } = await signedIn(backend, own.clinicId));
});

const book = (startsAt: string) =>
	browser.call(createAppointment, {
		body: { client: { id: own.clientId }, serviceId: own.serviceId, startsAt },
	});
const renew = async (names: contract.FeedNames = 'NONE') =>
	(await browser.call(contract.renewFeed, { body: { names } })).address;

/** What a calendar program makes of the file. */
async function eventsAt(address: string) {
	const response = await fetch(address);
	expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	const calendar = new ICAL.Component(ICAL.parse(await response.text()));
	return calendar.getAllSubcomponents('vevent').map((component) => {
		const { uid, sequence, startDate, endDate, summary, location } = new ICAL.Event(component);
		const [startsAt, endsAt] = [startDate, endDate].map((time) => new Date(time.toUnixTime() * 1_000).toISOString());
		const status = component.getFirstPropertyValue('status');
		return { uid, sequence, startsAt, endsAt, summary, location, status };
	});
}

test('the feed reads back as the visits: moved, cancelled, on both sides of a change of the clocks', async () => {
	const address = await renew();
	const winter = await book('2026-03-06T09:00:00Z');
	const summer = await book('2026-05-05T09:00:00Z');
	const cancelled = await book('2026-03-07T09:00:00Z');
	await browser.call(cancelAppointment, { params: { appointmentId: cancelled.id } });
	await backend.db.appointment.update({
		where: { id: summer.id },
		data: { startsAt: new Date('2026-05-06T10:30:00Z'), endsAt: new Date('2026-05-06T11:20:00Z'), sequence: 2 },
	});
	const each = { summary: 'Session', location: 'Video' };
	expect(await eventsAt(address)).toEqual([
		{
			...{ ...each, uid: `${winter.id}@samtal`, sequence: 0, status: 'CONFIRMED' },
			...{ startsAt: '2026-03-06T09:00:00.000Z', endsAt: '2026-03-06T09:50:00.000Z' },
		},
		expect.objectContaining({ ...each, uid: `${cancelled.id}@samtal`, status: 'CANCELLED' }),
		{
			...{ ...each, uid: `${summer.id}@samtal`, sequence: 2, status: 'CONFIRMED' },
			...{ startsAt: '2026-05-06T10:30:00.000Z', endsAt: '2026-05-06T11:20:00.000Z' },
		},
	]);
});

test('it reaches from three months back to twelve ahead, and holds nobody else’s visits', async () => {
	const address = await renew();
	const { browser: colleague } = await signedIn(backend, own.clinicId);
	const price = { serviceId: own.serviceId, startsAt: '2026-03-06T09:00:00Z' };
	await colleague.call(createAppointment, { body: { client: { id: own.clientId }, ...price } });
	const last = await book('2027-03-01T09:00:00Z');
	await book('2027-03-03T09:00:00Z');
	expect((await eventsAt(address)).map(({ uid }) => uid)).toEqual([`${last.id}@samtal`]);
});

test.each([
	['FULL', 'Session · Jón Demo'],
	['INITIALS', 'Session · J. D.'],
	['NONE', 'Session'],
] as const)('of names it shows what the professional chose: %s', async (names, summary) => {
	await book('2026-03-06T09:00:00Z');
	const address = await renew('FULL');
	await browser.call(contract.changeFeed, { body: { names } });
	const text = await (await fetch(address)).text();
	expect(text).toContain(`SUMMARY:${summary}\r\n`);
	for (const known of ['jon@example.com', '555 0101', '/join']) expect(text).not.toContain(known);
	if (names !== 'FULL') expect(text).not.toContain('Jón');
});

test('what has not changed is not sent again', async () => {
	const address = await renew();
	await book('2026-03-06T09:00:00Z');
	const first = await fetch(address);
	const known = { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } };
	backend.clock.pass(60_000);
	const again = await fetch(address, known);
	expect([again.status, await again.text()]).toEqual([304, '']);
	await book('2026-03-06T12:00:00Z');
	expect((await fetch(address, known)).status).toBe(200);
});

test('a new address ends the one before, and only its hash is kept', async () => {
	const old = await renew();
	const renewed = await renew();
	expect((await fetch(old)).status).toBe(404);
	expect((await fetch(renewed)).status).toBe(200);
	const secret = renewed.split('/').at(-1)?.replace('.ics', '') ?? '';
	expect(secret).toHaveLength(43);
	const kept = JSON.stringify(await backend.db.$queryRaw`SELECT f::text FROM "CalendarFeed" f`);
	expect(kept).not.toContain(secret);
	expect(kept).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
	await browser.call(contract.endFeed, {});
	expect((await fetch(renewed)).status).toBe(404);
	expect(await browser.call(contract.getCalendars, {})).toEqual({ feed: null, external: [] });
});

test('whoever guesses addresses is slowed down', async () => {
	const guessed = await startTestBackend();
	const guesses = Array.from({ length: 130 }, (_, nth) => fetch(`${guessed.origin}/calendar/${nth}.ics`));
	const answers = (await Promise.all(guesses)).map(({ status }) => status);
	expect(answers.filter((status) => status === 404)).toHaveLength(120);
	expect(answers.filter((status) => status === 429)).toHaveLength(10);
	await guessed.close();
});
