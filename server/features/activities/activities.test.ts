import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { paidState, listActivities, listActivityProfessionals } from '../../../shared/contract/activities.ts';
import { appointmentStatus } from '../../../shared/contract/appointments.ts';
import type { InputOf } from '../../../shared/contract/route.ts';
import { paidOf } from '../../../shared/domain/payments/paid.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, createMember, signedIn } from '../../testing/clinic.ts';
import { setScene } from './testing/scene.ts';

const scene = setScene();
type Query = NonNullable<InputOf<typeof listActivities>['query']>;
const list = (query: Query = {}, by = scene.browser) => by.call(listActivities, { query });
/** The days of March on which the listed visits are, in their order. */
const days = async (query: Query, by = scene.browser) =>
	(await list(query, by)).activities.map(({ startsAt }) => Number(startsAt.slice(8, 10)));

describe('the list', () => {
	test('has all visits, newest first, as rows without note and links', async () => {
		await scene.write({ startsAt: '2026-03-02T10:00:00Z' });
		const id = await scene.write({ startsAt: '2026-03-03T10:00:00Z', status: 'CANCELLED', receivedMinor: 500 });
		const { activities, ...rest } = await list();
		expect(rest).toEqual({ total: 2, next: null });
		expect(activities[0]).toEqual({
			...{ id, startsAt: '2026-03-03T10:00:00.000Z', endsAt: '2026-03-03T11:00:00.000Z', seriesId: null },
			...{ status: 'CANCELLED', cancelReason: 'NO_SHOW', amountMinor: 19_500, receivedMinor: 500, currency: 'ISK' },
			service: { id: scene.clinic.serviceId, name: 'Session', capacity: 1 },
			office: { id: scene.clinic.officeId, name: 'Video', kind: 'VIDEO' },
			professional: { id: scene.professionalId, name: 'Anna Demo' },
			attendees: [
				{
					...{ id: expect.any(String), kind: 'CLIENT', name: 'Jón Demo', clientId: expect.any(String) },
					// What was cancelled is not owed any more.
					...{ amountMinor: 0, invoice: null, cancelledAt: null },
				},
			],
		});
	});

	test('is a professional’s own; a manager’s is the clinic’s', async () => {
		await scene.write({ startsAt: '2026-03-02T10:00:00Z' });
		const { browser: colleague, memberId } = await signedIn(scene.backend, scene.clinic.clinicId);
		const { browser: manager } = await signedIn(scene.backend, scene.clinic.clinicId, 'MANAGER');
		const { browser: stranger } = await signedIn(
			scene.backend,
			(await createClinic(scene.backend.db)).clinicId,
			'MANAGER',
		);
		expect([await days({}), await days({}, manager)]).toEqual([[2], [2]]);
		expect([await list({}, colleague), await list({}, stranger)]).toMatchObject([{ total: 0 }, { total: 0 }]);
		expect(await days({ professionalId: scene.professionalId }, colleague)).toEqual([]);
		const professionals = async (by: TestBrowser) =>
			(await by.call(listActivityProfessionals, {})).professionals.map(({ id }) => id);
		expect(await professionals(manager)).toEqual([scene.professionalId]);
		expect(await professionals(colleague)).toEqual([memberId]);
		expect(await professionals(stranger)).toEqual([]);
	});

	test('is read page by page; what is booked, moved or gone meanwhile moves no row to another page', async () => {
		const start = Date.parse('2026-03-01T00:00:00Z');
		const ids: string[] = [];
		for (let hour = 0; hour < 120; hour++) {
			ids.unshift(await scene.write({ startsAt: new Date(start + hour * 3_600_000).toISOString() }));
		}
		const first = await list();
		expect([first.total, first.activities.map(({ id }) => id)]).toEqual([120, ids.slice(0, 50)]);
		await scene.write({ startsAt: '2026-03-20T10:00:00Z' });
		await scene.backend.db.appointment.update({
			where: { id: ids[49] ?? '' },
			data: { startsAt: new Date('2026-03-21T10:00:00Z'), endsAt: new Date('2026-03-21T11:00:00Z') },
		});
		const second = await list({ cursor: first.next ?? '' });
		expect([second.total, second.activities.map(({ id }) => id)]).toEqual([121, ids.slice(50, 100)]);
		const third = await list({ cursor: second.next ?? '' });
		expect([third.next, third.activities.map(({ id }) => id)]).toEqual([null, ids.slice(100)]);
	});

	test('goes from page to page also among visits that begin at one time', async () => {
		const { browser: manager } = await signedIn(scene.backend, scene.clinic.clinicId, 'MANAGER');
		const seen: string[] = [];
		for (let colleague = 0; colleague < 51; colleague++) {
			const { id } = await createMember(scene.backend.db, scene.clinic.clinicId);
			await scene.write({ professionalId: id, startsAt: '2026-03-02T10:00:00Z' });
		}
		for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages++) {
			const page: Awaited<ReturnType<typeof list>> = await list(cursor === null ? {} : { cursor }, manager);
			seen.push(...page.activities.map(({ id }) => id));
			cursor = page.next;
		}
		expect([seen.length, new Set(seen).size]).toEqual([51, 51]);
	});
});

describe('the filter', () => {
	test('takes whole days on the viewer’s own clock, also where the clocks change', async () => {
		const data = { timeZone: 'Europe/Berlin' };
		await scene.backend.db.member.update({ where: { id: scene.professionalId }, data });
		const times = ['28T22:59:59', '28T23:00:00', '29T21:59:59', '29T22:00:00'];
		for (const [nth, time] of times.entries()) {
			const { id } =
				nth === 0 ? { id: scene.professionalId } : await createMember(scene.backend.db, scene.clinic.clinicId);
			await scene.write({ professionalId: id, startsAt: `2026-03-${time}Z` });
		}
		const { browser: manager, memberId } = await signedIn(scene.backend, scene.clinic.clinicId, 'MANAGER');
		await scene.backend.db.member.update({ where: { id: memberId }, data });
		const found = async (query: Query) =>
			(await list(query, manager)).activities.map(({ startsAt }) => startsAt.slice(8, 19)).toReversed();
		// On the 29th Berlin has 23 hours.
		expect(await found({ from: '2026-03-29', to: '2026-03-29' })).toEqual(times.slice(1, 3));
		expect(await found({ from: '2026-03-29' })).toEqual(times.slice(1));
		expect(await found({ to: '2026-03-29' })).toEqual(times.slice(0, 3));
	});

	test('takes one state or several', async () => {
		for (const [nth, status] of appointmentStatus.options.entries()) {
			await scene.write({ startsAt: `2026-03-0${nth + 1}T10:00:00Z`, status });
		}
		for (const [nth, status] of appointmentStatus.options.entries()) expect(await days({ status })).toEqual([nth + 1]);
		expect(await days({ status: 'PLANNED,CANCELLED' })).toEqual([4, 1]);
	});

	test('takes one professional, one service, one office, and all of it together', async () => {
		const { clinicId } = scene.clinic;
		const { browser: manager } = await signedIn(scene.backend, clinicId, 'MANAGER');
		const { id: colleagueId } = await createMember(scene.backend.db, clinicId);
		const [serviceId, officeId] = [randomUUID(), randomUUID()];
		const service = { name: 'Group', durationMinutes: 90, amountMinor: 5_000, currency: 'ISK' as const };
		await scene.backend.db.service.create({ data: { id: serviceId, clinicId, ...service } });
		await scene.backend.db.office.create({ data: { id: officeId, clinicId, name: 'Room', kind: 'PHYSICAL' } });
		await scene.write({ startsAt: '2026-03-02T10:00:00Z' });
		await scene.write({ startsAt: '2026-03-03T10:00:00Z', professionalId: colleagueId });
		await scene.write({ startsAt: '2026-03-04T10:00:00Z', serviceId });
		await scene.write({ startsAt: '2026-03-05T10:00:00Z', officeId });
		await scene.write({ startsAt: '2026-03-06T10:00:00Z', professionalId: colleagueId, serviceId, officeId });
		expect(await days({ professionalId: colleagueId }, manager)).toEqual([6, 3]);
		expect(await days({ serviceId }, manager)).toEqual([6, 4]);
		expect(await days({ officeId }, manager)).toEqual([6, 5]);
		const all = { professionalId: colleagueId, serviceId, officeId, from: '2026-03-01', to: '2026-03-31' };
		expect(await list({ ...all, status: 'PLANNED', paid: 'unpaid', search: 'jon' }, manager)).toMatchObject({
			total: 1,
			activities: [{ startsAt: '2026-03-06T10:00:00.000Z' }],
		});
		expect(await days({ ...all, status: 'DONE' }, manager)).toEqual([]);
	});

	test('knows how the money stands as the badge does', async () => {
		for (const [nth, [amountMinor, receivedMinor]] of [
			[0, 0],
			[9, 0],
			[9, 8],
			[9, 9],
			[9, 10],
			[0, 1],
		].entries()) {
			await scene.write({
				startsAt: `2026-03-0${nth + 1}T10:00:00Z`,
				amountMinor: amountMinor ?? 0,
				receivedMinor: receivedMinor ?? 0,
			});
		}
		const all = (await list()).activities;
		for (const paid of paidState.options) {
			const expected = all.filter((visit) => paidOf(visit) === paid);
			expect(expected, paid).not.toEqual([]);
			expect((await list({ paid })).activities, paid).toEqual(expected);
		}
		expect(await days({ paid: 'unpaid,partly' })).toEqual([3, 2]);
	});

	test('counts what each of a group who comes is to pay', async () => {
		const appointmentId = await scene.write({ startsAt: '2026-03-02T10:00:00Z', amountMinor: 9, receivedMinor: 9 });
		expect(await days({ paid: 'paid' })).toEqual([2]);
		const { clinicId, startsAt, endsAt, status } = await scene.backend.db.appointment.findUniqueOrThrow({
			where: { id: appointmentId },
		});
		const place = { clinicId, appointmentId, startsAt, endsAt, status, kind: 'CLIENT' as const, name: 'Ewa Demo' };
		const { id } = await scene.backend.db.attendee.create({ data: { ...place, id: randomUUID(), amountMinor: 5 } });
		expect(await days({ paid: 'partly' })).toEqual([2]);
		await scene.backend.db.attendee.update({ where: { id }, data: { cancelledAt: new Date(0) } });
		expect(await days({ paid: 'paid' })).toEqual([2]);
	});

	test('finds clients by name, address and number, however they are written', async () => {
		const client = { name: 'Żaneta Müller-Ólafsdóttir', email: 'zaneta@example.com', phone: '+48 600-100 200' };
		await scene.write({ startsAt: '2026-03-02T10:00:00Z', client });
		await scene.write({ startsAt: '2026-03-03T10:00:00Z', client: { name: '木村 さくら' } });
		for (const search of ['żaneta', 'ZANETA M', 'muller-olafs', 'ÓLAFS', 'Zaneta@', '600 100', '48600100200']) {
			expect([search, await days({ search })]).toEqual([search, [2]]);
		}
		expect(await days({ search: '木村' })).toEqual([3]);
		expect(await days({ search: '_' })).toEqual([]);
		expect(await days({ search: '' })).toEqual([3, 2]);
	});

	test.each([
		[{ from: '2026-03-02', to: '2026-03-01' }, 'query.to'],
		[{ from: '2026-02-30' }, 'query.from'],
		[{ to: '0000-01-01' }, 'query.to'],
		[{ status: 'PLANNED,NONE' }, 'query.status.1'],
		[{ paid: '' }, 'query.paid.0'],
		[{ officeId: 'here' }, 'query.officeId'],
		[{ cursor: '2026_1' }, 'query.cursor'],
	])('%o is refused, and what is wrong is named', async (query, path) => {
		await expect(list(query)).rejects.toMatchObject({ code: 'VALIDATION', details: { issues: [{ path }] } });
	});
});
