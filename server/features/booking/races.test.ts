import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAppointment } from '../../../shared/contract/appointments.ts';
import { createTranslate } from '../../adapters/i18n.ts';
import { createMailQueue } from '../../adapters/mail/queue.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { createBooking } from '../appointments/book.ts';
import { createTakePlace } from '../appointments/group/by-client.ts';
import { coming } from '../appointments/group/testing/group.ts';
import { createTurns, type Turns } from '../appointments/turns.ts';
import { createFindFree } from '../availability/findFree.ts';
import { createBookAsClient } from './book.ts';
import { createBookPlace } from './groups.ts';
import { openGroupPage } from './testing/groupPage.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

/** What another process of the server has: turns and batches of its own, on the same database. */
function anotherProcess() {
	const { db, links, clock } = backend;
	const ambient = { now: clock.now, newId: randomUUID };
	const mail = createMailQueue(ambient);
	const book = createBooking({ db, ambient, links, mail, translate: createTranslate(), notifyTool: () => undefined });
	return createBookAsClient({ db, ambient, findFree: createFindFree({ db, ambient }), book });
}

test('somebody new who books in many processes at once becomes one client, with all of their visits', async () => {
	const { clinicId, serviceId, officeId } = await createClinic(backend.db);
	const { memberId } = await signedIn(backend, clinicId);
	const slug = randomUUID();
	await backend.db.bookingRules.create({
		data: {
			...{ memberId, slug, published: true, headline: '', about: '', stepMinutes: 60, noticeMinutes: 0 },
			...{ horizonDays: 28, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, freeCancelHours: 24 },
		},
	});
	const opening = { weekday: 2, startMinute: 8 * 60, endMinute: 20 * 60 };
	await backend.db.workingHours.create({ data: { id: randomUUID(), memberId, officeId, ...opening } });

	const mailbox = randomUUID();
	const visits = Array.from({ length: 12 }, (_, nth) =>
		anotherProcess()({
			params: { slug },
			query: {},
			body: {
				...{ serviceId, officeId, startsAt: new Date(Date.UTC(2026, 2, 3, 8 + nth)).toISOString() },
				...{ name: 'Vera Visitor', email: `${nth % 2 ? 'Vera' : 'vera'}-${mailbox}@example.com` },
				...{ phone: '+354 555 0199', locale: 'en', timeZone: 'UTC', acceptedTerms: '1', holdId: randomUUID() },
			},
		}),
	);
	expect(await Promise.all(visits)).toHaveLength(12);
	const clients = await backend.db.client.findMany({
		where: { clinicId, name: 'Vera Visitor' },
		include: { attendees: true },
	});
	expect(clients.map(({ attendees }) => attendees.length)).toEqual([12]);
});

/** Whoever books a place: the outcome, or the error's code. */
const outcomesOf = async (tasks: readonly Promise<{ outcome: string }>[]) =>
	(await Promise.allSettled(tasks)).map((result) =>
		result.status === 'fulfilled' ? result.value.outcome : String(result.reason.code),
	);
const countOf = (outcomes: readonly string[]) =>
	Object.fromEntries([...Map.groupBy(outcomes, (each) => each)].map(([each, all]) => [each, all.length]));

function bookPlaces(turns: Turns) {
	const { db, links, clock } = backend;
	const ambient = { now: clock.now, newId: randomUUID };
	const mail = createMailQueue(ambient);
	const deps = { db, ambient, links, mail, translate: createTranslate(), notifyTool: () => undefined };
	return createBookPlace({ db, ambient, takePlace: createTakePlace(deps, turns) });
}

test('of 200 who want one of 8 places exactly 8 have one; the others are told that it is full, and can wait', async () => {
	const { form, browser, params, clinicId } = await openGroupPage(backend, 9);
	const book = bookPlaces(createTurns(backend.db));
	const forms = Array.from({ length: 200 }, () => ({ ...form(), query: {} }));
	const outcomes = await outcomesOf(forms.map((each) => book(each)));
	expect(countOf(outcomes)).toEqual({ BOOKED: 8, GROUP_FULL: 192 });
	expect(coming(await browser.call(getAppointment, { params }))).toHaveLength(9);
	// Who was refused is not in the records either.
	expect(await backend.db.client.count({ where: { clinicId } })).toBe(9);
	const refused = forms.filter((_, nth) => outcomes[nth] === 'GROUP_FULL').slice(0, 40);
	const waiting = refused.map(({ body, ...rest }) => book({ ...rest, body: { ...body, waits: true } }));
	expect(countOf(await outcomesOf(waiting))).toEqual({ WAITING: 40 });
	expect(await backend.db.waitingListEntry.count({ where: { clinicId } })).toBe(40);
});

test('nor more over many connections at once, of which some are the same new client’s', async () => {
	const { form, browser, params, clinicId } = await openGroupPage(backend, 5);
	const take: Turns['take'] = (change) => backend.db.$transaction(change, { maxWait: 9_000, timeout: 9_000 });
	const mailbox = randomUUID();
	const tasks = Array.from({ length: 18 }, (_, nth) =>
		bookPlaces({ take })({ ...form(nth % 3 === 0 ? { email: `${mailbox}@example.com` } : {}), query: {} }),
	);
	const counts = countOf(await outcomesOf(tasks));
	expect(counts['BOOKED']).toBe(4);
	expect(Object.keys(counts).filter((code) => !['BOOKED', 'GROUP_FULL', 'OWN_VISIT'].includes(code))).toEqual([]);
	expect(coming(await browser.call(getAppointment, { params }))).toHaveLength(5);
	expect(await backend.db.client.count({ where: { clinicId } })).toBe(5);
});
