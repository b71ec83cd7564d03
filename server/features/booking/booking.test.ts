import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelAppointment, createAppointment, listAppointments } from '../../../shared/contract/appointments.ts';
import {
	bookAsClient,
	getBookingPage,
	holdTime,
	listBookableTimes,
	releaseTime,
} from '../../../shared/contract/booking.ts';
import type { SamtalError } from '../../../shared/contract/errors.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { readOutbox } from '../../testing/outbox.ts';

let backend: TestBackend;
beforeAll(async () => {
	// Monday.
	backend = await startTestBackend({ startAt: '2026-03-02T08:00:00Z' });
});
afterAll(() => backend.close());

/** A published professional who works by video on Mondays from 9 to 12, and somebody who looks at the page. */
async function openPage(rules: { noticeMinutes?: number; horizonDays?: number; published?: boolean } = {}) {
	const clinic = await createClinic(backend.db);
	const { browser: workstation, memberId } = await signedIn(backend, clinic.clinicId);
	const slug = `anna-${memberId.slice(0, 8)}`;
	await backend.db.bookingRules.create({
		data: {
			...{ memberId, slug, published: true, headline: 'Psychologist', about: '', stepMinutes: 60, noticeMinutes: 120 },
			...{ horizonDays: 28, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, freeCancelHours: 24, ...rules },
		},
	});
	const opening = { weekday: 1, startMinute: 9 * 60, endMinute: 12 * 60 };
	await backend.db.workingHours.create({ data: { id: randomUUID(), memberId, officeId: clinic.officeId, ...opening } });
	const visitor = new TestBrowser(backend.origin);
	const { serviceId, officeId } = clinic;
	const person = { name: 'Vera Visitor', email: `${randomUUID()}@example.com`, phone: '+354 555 0199' };
	const form = (startsAt: string, more: object = {}) => ({
		...{ params: { slug } },
		body: {
			...{
				serviceId,
				officeId,
				startsAt,
				...person,
				acceptedTerms: '1',
				timeZone: 'Europe/Warsaw',
				locale: 'en' as const,
			},
			...{ holdId: randomUUID(), ...more },
		},
	});
	const times = async (holdId?: string) => {
		const query = { serviceId, officeId, days: 31, ...(holdId !== undefined && { holdId }) };
		const { days } = await visitor.call(listBookableTimes, { params: { slug }, query });
		return days.flatMap(({ startTimes }) => startTimes);
	};
	return { ...clinic, slug, memberId, workstation, visitor, person, form, times };
}

const refusalOf = (task: Promise<unknown>): Promise<SamtalError> =>
	task.then(
		() => expect.unreachable('It was not refused'),
		(error: SamtalError) => error,
	);

test('the page says what can be booked, and when, in one answer', async () => {
	const { visitor, slug, serviceId, officeId } = await openPage();
	const page = await visitor.call(getBookingPage, { params: { slug } });
	expect(page).toMatchObject({
		...{ slug, professionalName: 'Anna Demo', headline: 'Psychologist', clinicName: 'Clinic', freeCancelHours: 24 },
		services: [{ id: serviceId, durationMinutes: 50, amountMinor: 19_500, officeIds: [officeId] }],
		offices: [{ id: officeId, name: 'Video', kind: 'VIDEO' }],
		free: { serviceId, officeId, next: '2026-03-16' },
	});
	// It is 8:00, two hours of notice: 9:00 is too soon, and the last full hour that leaves 50 minutes is 11:00.
	expect(page.free?.days[0]).toEqual({
		date: '2026-03-02',
		startTimes: ['2026-03-02T10:00:00.000Z', '2026-03-02T11:00:00.000Z'],
	});
	expect(page.free?.days).toHaveLength(14);
});

test('what is booked is in the calendar, and both are told', async () => {
	const { visitor, workstation, person, form, times } = await openPage();
	const booked = await visitor.call(bookAsClient, form('2026-03-09T09:00:00Z'));
	expect(booked).toMatchObject({ startsAt: '2026-03-09T09:00:00.000Z', endsAt: '2026-03-09T09:50:00.000Z' });
	expect(booked.calendarFile.content).toContain('DTSTART:20260309T090000Z');
	expect(await times()).not.toContain('2026-03-09T09:00:00.000Z');

	const query = { from: '2026-03-09T00:00:00Z', to: '2026-03-10T00:00:00Z' };
	const [visit] = (await workstation.call(listAppointments, { query })).appointments;
	expect(visit?.attendees[0]).toMatchObject({ name: person.name, kind: 'CLIENT' });
	const attendee = await backend.db.attendee.findUniqueOrThrow({ where: { id: visit?.attendees[0]?.id ?? '' } });
	expect([attendee.acceptedTerms, attendee.acceptedTermsAt]).toEqual(['1', backend.clock.now()]);
	const client = await backend.db.client.findUniqueOrThrow({ where: { id: attendee.clientId ?? '' } });
	expect(client).toMatchObject({ name: person.name, email: person.email, phone: person.phone });
	expect(client.timeZone).toBe('Europe/Warsaw');

	const [toClient] = await readOutbox(backend.origin, person.email);
	// On the client's clock; the link goes to the address alone.
	expect(toClient?.text).toContain('10:00');
	expect(toClient?.text).toContain(visit?.attendees[0]?.joinLink);
	expect(JSON.stringify(booked)).not.toContain('#');
	const { email } = await backend.db.member.findUniqueOrThrow({ where: { id: visit?.professional.id ?? '' } });
	const [toProfessional] = await readOutbox(backend.origin, email);
	expect(toProfessional?.subject).toBe('New visit on Monday, March 9, 2026: Vera Visitor');
	expect(toProfessional?.text).toContain(person.phone);
	expect(toProfessional?.text).not.toContain('#');
	expect(toProfessional?.attachments).toMatchObject([{ filename: 'samtal.ics' }]);

	await visitor.call(bookAsClient, form('2026-03-09T11:00:00Z', { timeZone: 'America/New_York' }));
	expect(await backend.db.client.findMany({ where: { email: person.email } })).toMatchObject([
		{ id: client.id, timeZone: 'America/New_York' },
	]);
});

test('a client is known by the e-mail address, and never twice in the records', async () => {
	const { visitor, clinicId, clientId, form } = await openPage();
	await visitor.call(bookAsClient, form('2026-03-09T09:00:00Z', { email: 'JON@example.com', name: 'Somebody' }));
	const known = await backend.db.attendee.findFirstOrThrow({ where: { clinicId } });
	expect([known.clientId, known.name]).toEqual([clientId, 'Jón Demo']);
	const email = `${randomUUID()}@example.com`;
	const twice = ['2026-03-09T10:00:00Z', '2026-03-09T11:00:00Z'].map((at) =>
		visitor.call(bookAsClient, form(at, { email })),
	);
	await Promise.all(twice);
	expect(await backend.db.client.count({ where: { email } })).toBe(1);
});

test('an address is no pattern: nobody is taken for somebody else', async () => {
	const { visitor, form } = await openPage();
	const own = `a_b-${randomUUID()}@example.com`;
	const others = own.replace('a_b', 'axb');
	await visitor.call(bookAsClient, form('2026-03-09T09:00:00Z', { email: others }));
	await visitor.call(bookAsClient, form('2026-03-09T10:00:00Z', { email: own }));
	expect(await backend.db.client.count({ where: { email: { in: [own, others] } } })).toBe(2);
});

test.each([
	['outside of the opening hours', '2026-03-09T13:00:00Z'],
	['off the grid', '2026-03-09T09:30:00Z'],
	['sooner than the notice', '2026-03-02T09:00:00Z'],
	['beyond the horizon', '2026-04-06T09:00:00Z'],
	['in the past', '2026-02-23T09:00:00Z'],
])('a time %s is refused, and nothing is written', async (_, startsAt) => {
	const { visitor, clinicId, form } = await openPage();
	const refusal = await refusalOf(visitor.call(bookAsClient, form(startsAt)));
	expect(refusal.code).toBe('TIME_NOT_FREE');
	expect(await backend.db.appointment.count({ where: { clinicId } })).toBe(0);
	expect(await backend.db.client.count({ where: { clinicId } })).toBe(1);
});

test.each([
	['an unknown time zone', { timeZone: 'Mars/Olympus' }, 'VALIDATION'],
	['no phone number', { phone: 'none' }, 'VALIDATION'],
	['terms of another day', { acceptedTerms: '0' }, 'TERMS_REQUIRED'],
	['a service of nobody', { serviceId: randomUUID() }, 'NOT_OFFERED'],
	['an office of nobody', { officeId: randomUUID() }, 'NOT_OFFERED'],
])('%s is refused', async (_, wrong, code) => {
	const { visitor, form } = await openPage();
	expect((await refusalOf(visitor.call(bookAsClient, form('2026-03-09T09:00:00Z', wrong)))).code).toBe(code);
});

test('a service is bookable where it is offered, one to one, and as long as the clinic lets it', async () => {
	const { visitor, slug, serviceId, officeId } = await openPage();
	const offered = async () => (await visitor.call(getBookingPage, { params: { slug } })).services.length;
	expect(await offered()).toBe(1);
	await backend.db.service.update({ where: { id: serviceId }, data: { capacity: 5 } });
	expect(await offered()).toBe(0);
	await backend.db.service.update({ where: { id: serviceId }, data: { capacity: 1, bookable: false } });
	expect(await offered()).toBe(0);
	await backend.db.service.update({ where: { id: serviceId }, data: { bookable: true } });
	await backend.db.serviceOffice.deleteMany({ where: { serviceId, officeId } });
	expect(await offered()).toBe(0);
});

test('a page that is not published is not there', async () => {
	const { visitor, slug, form } = await openPage({ published: false });
	expect((await refusalOf(visitor.call(getBookingPage, { params: { slug } }))).code).toBe('NOT_FOUND');
	expect((await refusalOf(visitor.call(bookAsClient, form('2026-03-09T09:00:00Z')))).code).toBe('NOT_FOUND');
});

test('a client’s own visit with somebody else at that time is named as such', async () => {
	const { visitor, clinicId, clientId, serviceId, form } = await openPage();
	const { browser: colleague } = await signedIn(backend, clinicId);
	const body = { client: { id: clientId }, serviceId, startsAt: '2026-03-09T09:30:00Z' };
	const visit = await colleague.call(createAppointment, { body });
	const own = form('2026-03-09T09:00:00Z', { email: 'jon@example.com' });
	expect((await refusalOf(visitor.call(bookAsClient, own))).code).toBe('OWN_VISIT');
	await colleague.call(cancelAppointment, { params: { appointmentId: visit.id } });
	await visitor.call(bookAsClient, own);
});

test('of many who want one time one gets it, and the others are told which times are left, and nobody’s name', async () => {
	const { visitor, clinicId, form } = await openPage();
	const attempts = Array.from({ length: 12 }, () =>
		visitor.send(bookAsClient, form('2026-03-09T09:00:00Z', { email: `${randomUUID()}@example.com` })),
	);
	const answers = await Promise.all(attempts);
	const refused = answers.filter(({ status }) => status === 409);
	expect([answers.filter(({ ok }) => ok).length, refused.length]).toEqual([1, 11]);
	for (const answer of refused) {
		const { error } = (await answer.json()) as { error: { code: string; freeTimes: string[]; conflicts?: unknown } };
		expect(error.code).toBe('TIME_NOT_FREE');
		expect(error.freeTimes.slice(0, 2)).toEqual(['2026-03-09T10:00:00.000Z', '2026-03-09T11:00:00.000Z']);
		expect(error.conflicts).toBeUndefined();
	}
	expect(await backend.db.appointment.count({ where: { clinicId } })).toBe(1);
});

test('a time that one tab holds is offered to that tab alone, until it lets it go or ten minutes are over', async () => {
	const { visitor, workstation, slug, serviceId, officeId, clientId, times } = await openPage();
	const [holdId, other] = [randomUUID(), randomUUID()];
	const startsAt = '2026-03-16T09:00:00.000Z';
	const held = (id: string, at = startsAt) =>
		visitor.call(holdTime, { params: { slug }, body: { serviceId, officeId, startsAt: at, holdId: id } });
	await held(holdId);
	expect(await times()).not.toContain(startsAt);
	expect(await times(holdId)).toContain(startsAt);
	expect((await refusalOf(held(other))).code).toBe('TIME_NOT_FREE');
	// Another time of the same tab takes the place of the one before.
	await held(holdId, '2026-03-16T10:00:00.000Z');
	expect(await times()).toContain(startsAt);
	await visitor.call(releaseTime, { params: { slug, holdId } });
	await held(other);
	// Holds never keep a professional from booking.
	await workstation.call(createAppointment, { body: { client: { id: clientId }, serviceId, startsAt } });
	await held(holdId, '2026-03-16T11:00:00.000Z');
	backend.clock.pass(10 * 60_000);
	expect(await times()).toContain('2026-03-16T11:00:00.000Z');
});

test('exceptions, blocks and buffers hide times', async () => {
	const { memberId, officeId, clinicId, form, visitor, times } = await openPage({ noticeMinutes: 0 });
	const on = async (date: string) =>
		(await times()).filter((each) => each.startsWith(date)).map((each) => each.slice(11, 16));
	await backend.db.scheduleException.create({
		data: { id: randomUUID(), memberId, officeId, date: new Date('2026-03-09'), startMinute: 840, endMinute: 960 },
	});
	expect(await on('2026-03-09')).toEqual(['14:00', '15:00']);
	const block = { startsAt: new Date('2026-03-09T14:30:00Z'), endsAt: new Date('2026-03-09T15:00:00Z') };
	await backend.db.block.create({
		data: { id: randomUUID(), clinicId, memberId, ...block, title: 'Lunch', createdAt: new Date(0) },
	});
	expect(await on('2026-03-09')).toEqual(['15:00']);
	await visitor.call(bookAsClient, form('2026-03-16T09:00:00Z'));
	await backend.db.bookingRules.update({ where: { memberId }, data: { bufferAfterMinutes: 15 } });
	expect(await on('2026-03-16')).toEqual(['11:00']);
});
