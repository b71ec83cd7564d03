import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFreeTimes } from '../../../shared/contract/appointments.ts';
import type { SamtalError } from '../../../shared/contract/errors.ts';
import { getSchedule, saveOpeningHours, savePublicPage } from '../../../shared/contract/schedule.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	// Monday.
	backend = await startTestBackend({ startAt: '2026-03-02T08:00:00Z' });
});
afterAll(() => backend.close());

const page = {
	...{ published: true, headline: 'Psychologist', about: 'Hello', stepMinutes: 60 as const, noticeMinutes: 60 },
	...{ horizonDays: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, freeCancelHours: 48 },
};

test('who has set nothing has no hours, no address and the rules of everybody', async () => {
	const { browser } = await signedIn(backend, (await createClinic(backend.db)).clinicId);
	const { hours, page: unset } = await browser.call(getSchedule, {});
	expect(hours).toEqual({ weekly: [], exceptions: [] });
	expect(unset).toMatchObject({ slug: null, published: false, stepMinutes: 30 });
});

test('hours and exceptions that are saved are what is offered and read again', async () => {
	const { clinicId, officeId, serviceId } = await createClinic(backend.db);
	const { browser } = await signedIn(backend, clinicId);
	const weekly = [{ officeId, weekday: 1, startMinute: 540, endMinute: 720 }];
	const exceptions = [
		{ officeId, date: '2026-03-09', hours: [] },
		{ officeId, date: '2026-03-16', hours: [{ startMinute: 840, endMinute: 900 }] },
	];
	await browser.call(saveOpeningHours, { body: { weekly, exceptions } });
	expect((await browser.call(getSchedule, {})).hours).toEqual({ weekly, exceptions });
	await browser.call(savePublicPage, { body: { ...page, slug: `anna-${officeId.slice(0, 8)}` } });
	const { days } = await browser.call(listFreeTimes, { query: { serviceId, from: '2026-03-09', days: 15 } });
	expect(days.flatMap(({ startTimes }) => startTimes)).toEqual([
		...['2026-03-16T14:00:00.000Z', '2026-03-23T09:00:00.000Z'],
		...['2026-03-23T10:00:00.000Z', '2026-03-23T11:00:00.000Z'],
	]);
});

test('an address belongs to one professional, and an office to one clinic', async () => {
	const { clinicId } = await createClinic(backend.db);
	const { browser: one } = await signedIn(backend, clinicId);
	const { browser: other } = await signedIn(backend, clinicId);
	await one.call(savePublicPage, { body: { ...page, slug: 'only-one' } });
	expect(await one.call(savePublicPage, { body: { ...page, slug: 'only-one', about: '' } })).toMatchObject({
		about: '',
	});
	const codeOf = (task: Promise<unknown>) => task.catch((error: SamtalError) => error.code);
	expect(await codeOf(other.call(savePublicPage, { body: { ...page, slug: 'only-one' } }))).toBe('CONFLICT');
	const foreign = { officeId: randomUUID(), weekday: 1, startMinute: 0, endMinute: 60 };
	expect(await codeOf(one.call(saveOpeningHours, { body: { weekly: [foreign], exceptions: [] } }))).toBe('NOT_FOUND');
	const { officeId } = await createClinic(backend.db);
	const backwards = { officeId, weekday: 1, startMinute: 600, endMinute: 540 };
	expect(await codeOf(one.call(saveOpeningHours, { body: { weekly: [backwards], exceptions: [] } }))).toBe(
		'VALIDATION',
	);
});
