import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refresh } from '../../../shared/contract/session.ts';
import * as contract from '../../../shared/contract/feeds.ts';
import { SamtalError, type ErrorCode } from '../../../shared/contract/errors.ts';
import { expandInThread } from '../../adapters/external-calendar/expand.ts';
import type { Version } from '../../adapters/external-calendar/fetchCalendar.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { createExternalCalendars } from './external.ts';

const address = 'https://calendar.example/secret-of-anna.ics';
const fileOf = (...starts: string[]) =>
	[
		'BEGIN:VCALENDAR',
		...starts.flatMap((start) => ['BEGIN:VEVENT', `UID:${start}`, `DTSTART:${start}`, 'DURATION:PT1H', 'END:VEVENT']),
		'END:VCALENDAR',
	].join('\r\n');

/** What is at the address now. */
let outside: { file: string; etag: string } | ErrorCode;
let asked: (Version | null)[];
const fetchCalendar = async (_: string, known: Version | null) => {
	asked.push(known && { etag: known.etag, lastModified: known.lastModified });
	if (typeof outside === 'string') throw new SamtalError(outside);
	if (known?.etag === outside.etag) return { changed: false as const };
	return { changed: true as const, ...outside, lastModified: null };
};

let backend: TestBackend;
let browser: TestBrowser;
let memberId: string;
beforeAll(async () => {
	backend = await startTestBackend({ fetchCalendar });
});
afterAll(() => backend.close());
beforeEach(async () => {
	await backend.db.externalCalendar.deleteMany();
	const { clinicId } = await createClinic(backend.db);
	({ browser, memberId } = await signedIn(backend, clinicId));
	outside = { file: fileOf('20260303T090000Z', '20260304T090000Z'), etag: '"1"' };
	asked = [];
});

const add = () => browser.call(contract.addExternalCalendar, { body: { name: 'Private', address } });
const busy = async () =>
	(await backend.db.externalBusy.findMany({ where: { memberId }, orderBy: { startsAt: 'asc' } })).map(({ startsAt }) =>
		startsAt.toISOString().slice(0, 10),
	);
const readAgain = (calendarId: string) => browser.call(contract.readExternalCalendar, { params: { calendarId } });

const readerAt = (now: () => Date) =>
	createExternalCalendars({
		db: backend.db,
		ambient: { now, newId: randomUUID },
		fetchCalendar,
		expand: expandInThread,
	});

test('a calendar that is added is busy time at once, and its address is shown to nobody', async () => {
	const calendar = await add();
	expect(calendar).toMatchObject({ name: 'Private', host: 'calendar.example', error: null, busyTimes: 2 });
	expect(await busy()).toEqual(['2026-03-03', '2026-03-04']);
	const answer = await browser.send(contract.getCalendars, {});
	expect(await answer.text()).not.toContain('secret-of-anna');
	await browser.call(contract.removeExternalCalendar, { params: { calendarId: calendar.id } });
	expect(await busy()).toEqual([]);
});

test('when it changes all is replaced; when it has not, nothing is asked for but whether it has', async () => {
	const { id } = await add();
	backend.clock.pass(60_000);
	expect(await readAgain(id)).toMatchObject({ checkedAt: '2026-03-02T08:01:00.000Z', busyTimes: 2 });
	expect(asked).toEqual([null, { etag: '"1"', lastModified: null }]);
	outside = { file: fileOf('20260305T090000Z'), etag: '"2"' };
	await Promise.all([readAgain(id), readAgain(id)]);
	expect(await busy()).toEqual(['2026-03-05']);
});

test('what a calendar repeats reaches on with the days, though its file never changes', async () => {
	outside = {
		file: fileOf('20260303T090000Z').replace('DURATION', 'RRULE:FREQ=MONTHLY\r\nDURATION'),
		etag: '"1"',
	};
	const { busyTimes } = await add();
	await readerAt(() => new Date('2026-09-02T08:00:00Z')).readDue();
	expect(asked.at(-1)).toBeNull();
	expect((await busy()).at(0)).toBe('2026-09-03');
	expect(await busy()).toHaveLength(busyTimes);
});

test.each(['CALENDAR_UNREACHABLE', 'CALENDAR_ADDRESS', 'CALENDAR_TOO_LARGE'] as const)(
	'%s on the way: nothing is added, and what was known stays, with the error beside it',
	async (code) => {
		const { id } = await add();
		outside = code;
		await expect(add()).rejects.toMatchObject({ code });
		expect(await readAgain(id)).toMatchObject({ error: code, busyTimes: 2 });
		expect(await busy()).toEqual(['2026-03-03', '2026-03-04']);
		outside = { file: fileOf('20260306T090000Z'), etag: '"1"' };
		expect(await readAgain(id)).toMatchObject({ error: null, busyTimes: 1 });
	},
);

test('a file that cannot be read changes nothing', async () => {
	const { id } = await add();
	outside = { file: '<!doctype html>', etag: '"2"' };
	expect(await readAgain(id)).toMatchObject({ error: 'CALENDAR_MALFORMED', busyTimes: 2 });
	await expect(add()).rejects.toMatchObject({ code: 'CALENDAR_MALFORMED' });
	expect((await browser.call(contract.getCalendars, {})).external).toHaveLength(1);
});

test('every quarter of an hour all are read, and one that fails keeps no other from it', async () => {
	for (let more = 0; more < 6; more++) await add();
	outside = 'CALENDAR_UNREACHABLE';
	const reader = readerAt(backend.clock.now);
	const checks = async () => {
		asked = [];
		await reader.readDue();
		return asked.length;
	};
	backend.clock.pass(14 * 60_000);
	expect(await checks()).toBe(0);
	backend.clock.pass(60_000);
	expect(await checks()).toBe(6);
	await browser.call(refresh, {});
	const { external } = await browser.call(contract.getCalendars, {});
	expect(external.map(({ error }) => error)).toEqual(Array.from({ length: 6 }, () => outside));
});

test('it is the professional’s own, and there are at most ten', async () => {
	const { id: calendarId } = await add();
	const { clinicId } = await backend.db.member.findUniqueOrThrow({ where: { id: memberId } });
	const { browser: colleague } = await signedIn(backend, clinicId);
	for (const route of [contract.readExternalCalendar, contract.removeExternalCalendar]) {
		await expect(colleague.call(route, { params: { calendarId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	}
	for (let more = 0; more < 9; more++) await add();
	await expect(add()).rejects.toMatchObject({ code: 'CALENDAR_LIMIT' });
});
