import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	cancelAppointment,
	changeAppointment,
	createAppointment,
	getAppointment,
	type Appointment,
} from '../../../../shared/contract/appointments.ts';
import { listWaiting, takeOffWaitingList } from '../../../../shared/contract/attendees.ts';
import { cancelOwnVisit, getOwnVisit, moveOwnVisit } from '../../../../shared/contract/ownVisit.ts';
import { changeService } from '../../../../shared/contract/services.ts';
import { startTestBackend, type TestBackend } from '../../../testing/backend.ts';
import { TestBrowser } from '../../../testing/browser.ts';
import { signedIn } from '../../../testing/clinic.ts';
import { attendeeOf, coming, createGroup, newClient, startsAt, type Group } from './testing/group.ts';

let backend: TestBackend;
let group: Group;
let full: Appointment;
const waiting = ['First Demo', 'Second Demo', 'Third Demo'].map((name) => newClient(name));
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	group = await createGroup(backend, 2);
	full = await group.add(newClient('Ewa Demo'));
	for (const each of waiting) {
		await group.wait(each);
		backend.clock.pass(1_000);
	}
});
afterAll(() => backend.close());

const names = async () => {
	const { waiting: entries } = await group.browser.call(listWaiting, { params: group.params });
	return entries.map(({ client }) => client.name);
};
const visit = () => group.browser.call(getAppointment, { params: group.params });
const roomFor = (capacity: number, of = group) =>
	of.browser.call(changeService, {
		params: { serviceId: of.serviceId },
		body: {
			...{
				name: 'Group',
				durationMinutes: 50,
				amountMinor: 7_500,
				currency: 'ISK',
				capacity,
				bookable: true,
				payFirst: false,
			},
			officeIds: [of.officeId],
		},
	});

test('who waits stands in the order of asking, once, and is told nothing yet', async () => {
	const [first] = waiting;
	expect(await names()).toEqual(['First Demo', 'Second Demo', 'Third Demo']);
	const { id } = await backend.db.client.findFirstOrThrow({ where: { clinicId: group.clinicId, name: 'First Demo' } });
	const again = await group.wait({ id });
	expect(again.waiting.map(({ client }) => client.name)).toEqual(['First Demo', 'Second Demo', 'Third Demo']);
	expect(await group.mailsTo(first?.email ?? '')).toEqual([]);
	await expect(group.wait({ id: group.clientId })).rejects.toMatchObject({ code: 'ALREADY_ATTENDING' });
});

test('a place that becomes free is the first one’s, who hears of it and how to cancel', async () => {
	const after = await group.cancel('Ewa Demo', full);
	expect(coming(after)).toEqual(['First Demo', 'Jón Demo']);
	expect(await names()).toEqual(['Second Demo', 'Third Demo']);
	const [mail, ...others] = await group.mailsTo(waiting[0]?.email ?? '');
	expect(mail?.subject).toMatch(/^A place is free for you/);
	expect(mail?.text).toContain(attendeeOf(after, 'First Demo').joinLink);
	expect(mail?.text).toContain('Cancel your place');
	expect(others).toEqual([]);
});

test('two places at once are two people’s: more than come are never let in', async () => {
	await roomFor(4);
	expect(coming(await visit())).toEqual(['Ewa Demo', 'First Demo', 'Jón Demo', 'Second Demo']);
	expect(await names()).toEqual(['Third Demo']);
	await backend.db.service.update({ where: { id: group.serviceId }, data: { capacity: 1 } });
	const fewer = await group.cancel('Ewa Demo', full);
	expect(coming(fewer)).toEqual(['First Demo', 'Jón Demo', 'Second Demo']);
	expect(await names()).toEqual(['Third Demo']);
});

test('a service takes no fewer clients than come to a planned visit, until some do not come', async () => {
	await expect(roomFor(1)).rejects.toMatchObject({ code: 'GROUP_FULL' });
	expect(await backend.db.service.findUnique({ where: { id: group.serviceId } })).toMatchObject({ capacity: 2 });
	for (const { clientId } of await backend.db.waitingListEntry.findMany())
		await group.browser.call(takeOffWaitingList, { params: { ...group.params, clientId } });
	await group.cancel('Ewa Demo', full);
	await roomFor(1);
	expect(coming(await visit())).toEqual(['Jón Demo']);
	await backend.db.appointment.update({ where: { id: full.id }, data: { status: 'DONE' } });
	await roomFor(2);
});

test('a visit that changes to a service with more places takes in who waits, and to none with too few', async () => {
	const { clinicId, officeId } = group;
	const service = async (capacity: number) => {
		const price = { amountMinor: 5_000, currency: 'ISK' as const, durationMinutes: 50 };
		const id = randomUUID();
		await backend.db.service.create({ data: { id, clinicId, name: `For ${capacity}`, capacity, ...price } });
		await backend.db.serviceOffice.create({ data: { clinicId, serviceId: id, officeId } });
		return id;
	};
	const changeTo = async (serviceId: string) => {
		const { sequence } = await visit();
		return group.browser.call(changeAppointment, { params: group.params, body: { serviceId, sequence } });
	};
	await expect(changeTo(await service(1))).rejects.toMatchObject({ code: 'GROUP_FULL' });
	expect(coming(await visit())).toEqual(['Ewa Demo', 'Jón Demo']);
	const larger = await changeTo(await service(4));
	expect(coming(larger)).toEqual(['Ewa Demo', 'First Demo', 'Jón Demo', 'Second Demo']);
	expect(await names()).toEqual(['Third Demo']);
	const [mail] = await group.mailsTo(waiting[1]?.email ?? '');
	expect(mail?.subject).toMatch(/^A place is free for you .* For 4$/);
});

test('who is booked elsewhere while a larger service takes them in is in one place, and nothing fails', async () => {
	const { clinicId, officeId, params } = group;
	const [serviceId, price] = [randomUUID(), { amountMinor: 5_000, currency: 'ISK' as const, durationMinutes: 50 }];
	await backend.db.service.create({ data: { id: serviceId, clinicId, name: 'Larger', capacity: 8, ...price } });
	await backend.db.serviceOffice.create({ data: { clinicId, serviceId, officeId } });
	const waits = await backend.db.waitingListEntry.findMany({ where: { appointmentId: full.id } });
	const colleagues = await Promise.all(waits.map(() => signedIn(backend, clinicId)));
	const { sequence } = await visit();
	const outcomes = await Promise.allSettled([
		group.browser.call(changeAppointment, { params, body: { serviceId, sequence } }),
		...waits.map(({ clientId: id }, nth) =>
			colleagues[nth]?.browser.call(createAppointment, {
				body: { client: { id }, serviceId: group.serviceId, startsAt, confirm: ['OUTSIDE_HOURS'] },
			}),
		),
	]);
	const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
	expect(refused.filter((code) => code !== 'SLOT_TAKEN')).toEqual([]);
	const booked = outcomes.length - 1 - refused.length;
	expect(coming(await visit())).toHaveLength(2 + waits.length - booked);
	expect(await names()).toHaveLength(booked);
});

test('somebody who is elsewhere then goes on waiting, and the next has the place', async () => {
	const { browser } = await signedIn(backend, group.clinicId);
	const { id } = await backend.db.client.findFirstOrThrow({ where: { clinicId: group.clinicId, name: 'First Demo' } });
	await browser.call(createAppointment, { body: { client: { id }, serviceId: group.serviceId, startsAt } });
	expect(coming(await group.cancel('Ewa Demo', full))).toEqual(['Jón Demo', 'Second Demo']);
	expect(await names()).toEqual(['First Demo', 'Third Demo']);
});

test('who is taken off the list has no place later', async () => {
	const { id: clientId } = await backend.db.client.findFirstOrThrow({
		where: { clinicId: group.clinicId, name: 'First Demo' },
	});
	const left = await group.browser.call(takeOffWaitingList, { params: { ...group.params, clientId } });
	expect(left.waiting.map(({ client }) => client.name)).toEqual(['Second Demo', 'Third Demo']);
	expect(coming(await group.cancel('Ewa Demo', full))).toEqual(['Jón Demo', 'Second Demo']);
});

test('where there is a place nobody waits', async () => {
	const room = await createGroup(backend, 2);
	expect(await room.wait(newClient('Ewa Demo'))).toEqual({ waiting: [] });
	expect(coming(await room.browser.call(getAppointment, { params: room.params }))).toEqual(['Ewa Demo', 'Jón Demo']);
});

test('a client cancels their own place and nothing else, and the next moves up', async () => {
	const client = new TestBrowser(backend.origin, attendeeOf(full, 'Ewa Demo').joinLink);
	expect(await client.call(getOwnVisit, {})).toMatchObject({ canCancel: true, canMove: false });
	const move = client.call(moveOwnVisit, { body: { startsAt: '2026-03-04T10:00:00Z' } });
	await expect(move).rejects.toMatchObject({ code: 'FORBIDDEN' });
	await client.call(cancelOwnVisit, {});
	expect(backend.sentOut.at(-1)).toEqual({ appointmentId: full.id, attendeeId: attendeeOf(full, 'Ewa Demo').id });
	const after = await visit();
	expect(after).toMatchObject({ status: 'PLANNED', startsAt: full.startsAt });
	expect(coming(after)).toEqual(['First Demo', 'Jón Demo']);
	expect(attendeeOf(after, 'Ewa Demo').cancelReason).toBe('BY_CLIENT');
	await expect(client.call(getOwnVisit, {})).rejects.toMatchObject({ code: 'VISIT_CANCELLED' });
	const toProfessional = { clinicId: group.clinicId, subject: { startsWith: 'Place cancelled by the client' } };
	expect(await backend.db.message.findMany({ where: toProfessional })).toMatchObject([
		{ text: expect.stringContaining('Ewa Demo') },
	]);
});

test('reminders of who was moved up late, and of who does not come, are not sent', async () => {
	const rule = { id: randomUUID(), clinicId: group.clinicId, channel: 'EMAIL' as const, hoursBefore: 24 };
	const words = { subject: 'Soon', text: 'Soon', enabled: true, activeSince: new Date(0), createdAt: new Date(0) };
	await backend.db.reminderRule.create({ data: { ...rule, ...words } });
	await group.cancel('Jón Demo', full, { notify: false });
	const soon = backend.clock.now().getTime() + 23 * 3_600_000;
	const times = { startsAt: new Date(soon), endsAt: new Date(soon + 3_000_000), createdAt: new Date(0) };
	await backend.db.appointment.update({ where: { id: full.id }, data: times });
	await backend.db.attendee.updateMany({ where: { name: 'Ewa Demo' }, data: { addedAt: null } });
	await backend.sweepReminders();
	const reminders = await backend.db.reminder.findMany({ where: { ruleId: rule.id }, include: { attendee: true } });
	expect(reminders.map(({ attendee }) => attendee.name)).toEqual(['Ewa Demo']);
});

test('who comes, who goes, who waits and a manager who changes the service, all at once: always as many as there are places', async () => {
	const large = await createGroup(backend, 5);
	const comers = await Promise.all(Array.from({ length: 4 }, (_, nth) => large.add(newClient(`Place ${nth} Demo`))));
	const last = comers.reduce((one, other) => (coming(other).length > coming(one).length ? other : one));
	const outcomes = await Promise.allSettled([
		...Array.from({ length: 30 }, () => large.add(newClient())),
		...Array.from({ length: 30 }, () => large.wait(newClient('Waiting Demo'))),
		...Array.from({ length: 5 }, () => roomFor(5, large)),
		...coming(last).map((name) => large.cancel(name, last, { notify: false })),
	]);
	const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
	expect(new Set(refused)).toEqual(new Set(['GROUP_FULL']));
	const after = await large.browser.call(getAppointment, { params: large.params });
	expect(coming(after)).toHaveLength(5);
	const { waiting: left } = await large.browser.call(listWaiting, { params: large.params });
	const movedUp = coming(after).filter((name) => name === 'Waiting Demo').length;
	expect(left).toHaveLength(30 - movedUp);
	expect(
		await backend.db.message.count({ where: { subject: { startsWith: 'A place is free' }, clinicId: large.clinicId } }),
	).toBe(movedUp);
});

test('who waits hears of another time, and that the group does not take place; nobody waits for it then', async () => {
	const [first] = waiting;
	await group.browser.call(changeAppointment, {
		params: group.params,
		body: { sequence: (await visit()).sequence, startsAt: '2026-03-04T10:00:00Z' },
	});
	expect(await names()).toHaveLength(3);
	await group.browser.call(cancelAppointment, { params: group.params, body: { reason: 'BY_PROFESSIONAL' } });
	const subjects = (await group.mailsTo(first?.email ?? '')).map(({ subject }) => subject);
	expect(subjects.toSorted()).toEqual([
		'Cancelled: Session on Wednesday, March 4, 2026',
		'New time: Session on Wednesday, March 4, 2026',
	]);
	expect(await names()).toEqual([]);
});

test('who waits is told nothing of a cancellation of which clients are not to be told', async () => {
	const body = { reason: 'BY_PROFESSIONAL' as const, notify: false };
	await group.browser.call(cancelAppointment, { params: group.params, body });
	expect(await names()).toEqual([]);
	expect(await group.mailsTo(waiting[0]?.email ?? '')).toEqual([]);
});
