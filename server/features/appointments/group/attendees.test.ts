import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readAttachments } from '../../../adapters/mail/attachments.ts';
import { cancelAppointment, createAppointment, getAppointment } from '../../../../shared/contract/appointments.ts';
import { addAttendee, changeAttendee } from '../../../../shared/contract/attendees.ts';
import { getVisit } from '../../../../shared/contract/join.ts';
import { createTranslate } from '../../../adapters/i18n.ts';
import { createMailQueue } from '../../../adapters/mail/queue.ts';
import { startTestBackend, type TestBackend } from '../../../testing/backend.ts';
import { TestBrowser } from '../../../testing/browser.ts';
import { signedIn } from '../../../testing/clinic.ts';
import { createAttendees } from './attendees.ts';
import { attendeeOf, coming, createGroup, newClient, startsAt, type Group } from './testing/group.ts';

let backend: TestBackend;
let group: Group;
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	group = await createGroup(backend, 3);
});
afterAll(() => backend.close());

/** Lets the visit begin so many minutes from now. */
async function begin(minutes: number): Promise<void> {
	const begins = backend.clock.now().getTime() + minutes * 60_000;
	const data = { startsAt: new Date(begins), endsAt: new Date(begins + 50 * 60_000) };
	await backend.db.appointment.update({ where: { id: group.visit.id }, data });
}

test('one more client has a link of their own, their own price, and a mail with the calendar file', async () => {
	const ewa = newClient('Ewa Demo');
	const visit = await group.add(ewa, { amountMinor: 5_000 });
	expect(visit.service.capacity).toBe(3);
	expect(coming(visit)).toEqual(['Ewa Demo', 'Jón Demo']);
	expect(attendeeOf(visit, 'Ewa Demo')).toMatchObject({ amountMinor: 5_000, receivedMinor: 0, cancelledAt: null });
	expect(attendeeOf(visit, 'Jón Demo').amountMinor).toBe(19_500);
	const { joinLink } = attendeeOf(visit, 'Ewa Demo');
	const [mail, ...others] = await group.mailsTo(ewa.email);
	expect(mail?.text).toContain(joinLink);
	expect(mail?.text).toContain('Cancel your place');
	expect(JSON.stringify(readAttachments(mail?.attachments))).toContain('METHOD:REQUEST');
	expect(others).toEqual([]);
	expect(await group.browser.call(getAppointment, { params: group.params })).toEqual(visit);
	const opened = await new TestBrowser(backend.origin, joinLink).call(getVisit, {});
	expect(opened).toMatchObject({ appointmentId: visit.id, attendeeName: 'Ewa Demo' });
});

test('nobody is told who is not to be told', async () => {
	const ewa = newClient();
	await group.add(ewa, { notify: false });
	expect(await group.mailsTo(ewa.email)).toEqual([]);
});

test('a full group takes nobody, and nobody twice', async () => {
	await expect(group.add({ id: group.clientId })).rejects.toMatchObject({ code: 'ALREADY_ATTENDING' });
	await group.add(newClient());
	await group.add(newClient());
	await expect(group.add(newClient())).rejects.toMatchObject({ code: 'GROUP_FULL' });
	expect(await backend.db.client.count({ where: { clinicId: group.clinicId } })).toBe(3);
});

test('somebody who is at another visit then is named with it', async () => {
	const { browser } = await signedIn(backend, group.clinicId);
	const client = newClient('Ewa Demo');
	const other = await browser.call(createAppointment, {
		body: { client, serviceId: group.serviceId, startsAt: '2026-03-03T10:30:00Z' },
	});
	const id = other.attendees[0]?.clientId ?? '';
	await expect(group.add({ id })).rejects.toMatchObject({
		code: 'SLOT_TAKEN',
		details: { conflicts: [{ kind: 'CLIENT_VISIT', name: 'Ewa Demo', appointmentId: other.id }] },
	});
});

test('nobody is added once it is over or cancelled', async () => {
	await begin(-60);
	await expect(group.add(newClient())).rejects.toMatchObject({ code: 'VISIT_BEGAN' });
	await begin(60);
	await group.browser.call(cancelAppointment, { params: group.params });
	await expect(group.add(newClient())).rejects.toMatchObject({ code: 'VISIT_CANCELLED' });
});

test('one pays another price, and the visit’s again', async () => {
	const { id: attendeeId } = attendeeOf(group.visit, 'Jón Demo');
	const params = { ...group.params, attendeeId };
	const changed = await group.browser.call(changeAttendee, { params, body: { amountMinor: 900 } });
	expect(changed.attendees[0]).toMatchObject({ amountMinor: 900 });
	expect(changed.amountMinor).toBe(19_500);
	const again = await group.browser.call(changeAttendee, { params, body: { amountMinor: null } });
	expect(again.attendees[0]).toMatchObject({ amountMinor: 19_500 });
});

test('what one has paid is theirs alone', async () => {
	const before = await group.add(newClient('Ewa Demo'));
	const { id: attendeeId } = attendeeOf(before, 'Ewa Demo');
	await backend.db.payment.create({
		data: {
			...{ id: crypto.randomUUID(), clinicId: group.clinicId, appointmentId: before.id, attendeeId },
			...{ requestedById: group.memberId, amountMinor: 700, currency: 'ISK', description: 'Group' },
			...{ status: 'RECEIVED', requestedAt: backend.clock.now() },
		},
	});
	const paid = await group.browser.call(getAppointment, { params: group.params });
	expect(paid.receivedMinor).toBe(700);
	expect(attendeeOf(paid, 'Ewa Demo').receivedMinor).toBe(700);
	expect(attendeeOf(paid, 'Jón Demo').receivedMinor).toBe(0);
});

test('one does not come: the link is closed, a mail takes it out of the calendar, the others meet', async () => {
	const ewa = newClient('Ewa Demo');
	const before = await group.add(ewa);
	const after = await group.cancel('Ewa Demo', before, { reason: 'BY_CLIENT' });
	expect(after.status).toBe('PLANNED');
	expect(coming(after)).toEqual(['Jón Demo']);
	expect(attendeeOf(after, 'Ewa Demo')).toMatchObject({ cancelReason: 'BY_CLIENT' });
	const link = new TestBrowser(backend.origin, attendeeOf(before, 'Ewa Demo').joinLink);
	await expect(link.call(getVisit, {})).rejects.toMatchObject({ code: 'VISIT_CANCELLED' });
	const cancelled = (await group.mailsTo(ewa.email)).find(({ subject }) => subject.startsWith('Your place'));
	expect(backend.sentOut).toContainEqual({ appointmentId: before.id, attendeeId: attendeeOf(before, 'Ewa Demo').id });
	expect(JSON.stringify(readAttachments(cancelled?.attachments))).toContain('METHOD:CANCEL');
	expect(JSON.stringify(readAttachments(cancelled?.attachments))).toContain(`SEQUENCE:${after.sequence}`);
	expect(await group.cancel('Ewa Demo', before)).toEqual(after);
	expect(await group.mailsTo(ewa.email)).toHaveLength(2);
});

test('the last one who goes leaves the visit as it is, and can be put back', async () => {
	const empty = await group.cancel('Jón Demo', group.visit, { notify: false });
	expect(empty).toMatchObject({ status: 'PLANNED', startsAt: group.visit.startsAt });
	expect(coming(empty)).toEqual([]);
	expect(coming(await group.add({ id: group.clientId }))).toEqual(['Jón Demo']);
});

test('that somebody did not come is known only when it has begun', async () => {
	const noShow = { reason: 'NO_SHOW' };
	await expect(group.cancel('Jón Demo', group.visit, noShow)).rejects.toMatchObject({ code: 'VALIDATION' });
	await backend.db.appointment.update({ where: { id: group.visit.id }, data: { status: 'DONE' } });
	await expect(group.cancel('Jón Demo', group.visit)).rejects.toMatchObject({ code: 'VISIT_BEGAN' });
	await begin(-30);
	const missed = await group.cancel('Jón Demo', group.visit, noShow);
	expect(missed.attendees[0]).toMatchObject({ cancelReason: 'NO_SHOW' });
});

test('a group is booked at once, for as many as there are places, each with a mail', async () => {
	const [ewa, kasia] = [newClient('Ewa Demo'), newClient('Kasia Demo')];
	const body = { client: { id: group.clientId }, serviceId: group.serviceId, startsAt: '2026-03-04T10:00:00Z' };
	const visit = await group.browser.call(createAppointment, { body: { ...body, alsoClients: [ewa, kasia] } });
	expect(coming(visit)).toEqual(['Ewa Demo', 'Jón Demo', 'Kasia Demo']);
	expect(visit.seriesId).toBeNull();
	for (const { email } of [ewa, kasia]) {
		const [mail] = await group.mailsTo(email);
		expect(mail?.subject).toMatch(/^Your visit on/);
	}
	const again = { ...body, startsAt: '2026-03-05T10:00:00Z' };
	const book = (alsoClients: (typeof ewa | { id: string })[]) =>
		group.browser.call(createAppointment, { body: { ...again, alsoClients } });
	await expect(book([newClient(), newClient(), newClient()])).rejects.toMatchObject({ code: 'GROUP_FULL' });
	await expect(book([{ id: group.clientId }])).rejects.toMatchObject({ code: 'ALREADY_ATTENDING' });
	expect(await backend.db.appointment.count({ where: { clinicId: group.clinicId } })).toBe(2);
});

test('of 200 who want one of 8 places exactly 8 have one, and a mail', async () => {
	const large = await createGroup(backend, 8);
	await large.cancel('Jón Demo', large.visit, { notify: false });
	const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => large.add(newClient())));
	const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
	expect(refusals).toEqual(Array.from({ length: 192 }, () => 'GROUP_FULL'));
	expect(coming(await large.browser.call(getAppointment, { params: large.params }))).toHaveLength(8);
	const confirmations = { clinicId: large.clinicId, to: { not: 'jon@example.com' } };
	expect(await backend.db.message.count({ where: confirmations })).toBe(8);
});

test('nor more over as many connections at once as several servers would have', async () => {
	const { db, clock, links } = backend;
	const ambient = { now: clock.now, newId: () => crypto.randomUUID() };
	const mail = createMailQueue(ambient);
	const untold = { notifyTool: () => undefined, sendOut: () => undefined };
	const deps = { db, ambient, links, mail, translate: createTranslate(), ...untold };
	// Nobody takes turns here: the locks alone keep them apart.
	const attendees = createAttendees(deps, {
		take: (change) => db.$transaction(change, { maxWait: 9_000, timeout: 9_000 }),
	});
	const large = await createGroup(backend, 5);
	const actor = { memberId: large.memberId, clinicId: large.clinicId, sessionId: '', role: 'MANAGER' as const };
	const add = () => attendees.add(actor, { params: large.params, query: {}, body: { client: newClient() } });
	const outcomes = await Promise.allSettled(Array.from({ length: 18 }, add));
	const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
	expect(refusals).toEqual(Array.from({ length: 14 }, () => 'GROUP_FULL'));
	expect(coming(await large.browser.call(getAppointment, { params: large.params }))).toHaveLength(5);
});

test('one client, two groups at one time: one of them has them', async () => {
	const { browser } = await signedIn(backend, group.clinicId);
	const body = { client: newClient(), serviceId: group.serviceId, startsAt };
	const other = await browser.call(createAppointment, { body });
	const { id } = await backend.db.client.create({
		data: {
			...newClient('Ewa Demo'),
			id: crypto.randomUUID(),
			clinicId: group.clinicId,
			locale: 'en',
			createdAt: new Date(0),
		},
	});
	const outcomes = await Promise.allSettled([
		group.add({ id }),
		browser.call(addAttendee, { params: { appointmentId: other.id }, body: { client: { id } } }),
	]);
	expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	const refused = outcomes.find(({ status }) => status === 'rejected');
	expect(refused).toMatchObject({ reason: { code: 'SLOT_TAKEN' } });
});
